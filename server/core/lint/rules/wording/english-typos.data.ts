/** Frequent misspellings of English words: `wrong>right`, in lower case. None of the wrong ones is a word or name. */
export const englishTypos = `
accomodate>accommodate accross>across acheive>achieve adress>address agressive>aggressive algorithim>algorithm
algoritm>algorithm alogrithm>algorithm anlaysis>analysis applicaiton>application appication>application
aribtrary>arbitrary architechture>architecture arguement>argument artifical>artificial asyncronous>asynchronous
attibute>attribute attribuite>attribute attriubte>attribute automaticly>automatically auxilary>auxiliary
avaiable>available availabe>available avaliable>available availible>available backgroud>background beacuse>because
becuase>because begining>beginning beleive>believe bufffer>buffer calback>callback caculate>calculate
calulate>calculate catagory>category charachter>character charactor>character childern>children chosse>choose
classifer>classifier clinet>client comand>command commited>committed commiting>committing
compatability>compatibility compatable>compatible componet>component compoent>component componenet>component
compresion>compression condtion>condition configuraton>configuration conection>connection consistant>consistent
contructor>constructor convertion>conversion convolutinal>convolutional convolutonal>convolutional
coordiante>coordinate corect>correct currenly>currently databse>database decleration>declaration defualt>default
deafult>default definately>definitely defintion>definition dependancy>dependency dependecy>dependency
depedency>dependency dependant>dependent descripton>description destory>destroy diffision>diffusion
difussion>diffusion diffrent>different dimesion>dimension dimention>dimension directroy>directory
documention>documentation duplicat>duplicate effecient>efficient efficent>efficient elment>element
embeding>embedding embbeding>embedding embbedding>embedding enviroment>environment environement>environment
enviornment>environment equlity>equality exection>execution excecute>execute excution>execution existant>existent
experiance>experience expresion>expression extention>extension fetaure>feature fileds>fields finetunning>fine-tuning
foward>forward framwork>framework freqency>frequency fucntion>function funciton>function fuction>function
gaurantee>guarantee genrator>generator geneartor>generator gradiant>gradient gradeint>gradient grammer>grammar
heigth>height heirarchy>hierarchy hierachy>hierarchy hieght>height idependently>independently immediatly>immediately
implemention>implementation implementaion>implementation implmentation>implementation implemetation>implementation
improt>import incorect>incorrect independant>independent infomation>information infromation>information
inital>initial initalize>initialize initalization>initialization inteface>interface interger>integer
interupt>interrupt iterater>iterator intialize>initialize knowlege>knowledge labled>labeled langauge>language
lanuage>language langugage>language lenght>length libary>library liberary>library maintainance>maintenance
managment>management mehtod>method messsage>message milisecond>millisecond miliseconds>milliseconds
mispelled>misspelled mulitple>multiple mutiple>multiple neccessary>necessary necesary>necessary neigbor>neighbor
noticable>noticeable occured>occurred occuring>occurring occurence>occurrence ocurred>occurred optimzer>optimizer
optmizer>optimizer optimizaton>optimization orignal>original orginal>original ouput>output outupt>output
outptu>output overriden>overridden paramter>parameter paramters>parameters parmeter>parameter parameteres>parameters
paralell>parallel parrallel>parallel parralel>parallel pasword>password perfomance>performance
performace>performance permision>permission persistant>persistent pipline>pipeline piplines>pipelines
postion>position preceeding>preceding predicition>prediction predicton>prediction pretrainned>pretrained
privilage>privilege privelege>privilege probablity>probability proccess>process programing>programming
progess>progress propery>property properity>property pulbic>public quanitzation>quantization
quantizaton>quantization reciever>receiver recieve>receive recieved>received recomend>recommend
recursivly>recursively refered>referred refering>referring refrence>reference referrence>reference regluar>regular
regularzation>regularization remvoe>remove repositry>repository repositoy>repository represention>representation
representaion>representation reponse>response repsonse>response respone>response reqeust>request requset>request
requried>required resouce>resource retreive>retrieve retrun>return reutrn>return scedule>schedule scipt>script
scrpit>script scsipt>script seperate>separate seperated>separated seperator>separator sentance>sentence
sequnce>sequence serach>search similiar>similar speficy>specify speical>special standart>standard statment>statement
strucutre>structure sturcture>structure structer>structure succesful>successful successfull>successful
sucess>success sucessful>successful suport>support suppport>support surport>support symetric>symmetric
synchronus>synchronous tempalte>template templete>template tempature>temperature temperture>temperature
threshhold>threshold transfered>transferred transfomer>transformer tranformer>transformer transfomers>transformers
tranformers>transformers tranform>transform translaton>translation traning>training trainning>training
tutoral>tutorial tutorail>tutorial udpate>update undefind>undefined unkown>unknown untill>until usefull>useful
utilites>utilities vaild>valid valdiate>validate varaible>variable varialbe>variable variabel>variable
vesion>version visibile>visible wether>whether widht>width wierd>weird wich>which writting>writing yeild>yield
`;
