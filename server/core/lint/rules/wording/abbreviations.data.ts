/**
 * Careless short forms: `wrong>right` or `wrong>right/other`, case-sensitive. Forms that are also file extensions (js,
 * ts, h5) may be meant as such; the rule checks that.
 */
export const abbreviations = `
Js>JavaScript/JS js>JavaScript/JS Ts>TypeScript/TS ts>TypeScript/TS h5>HTML5 Html5>HTML5 html5>HTML5 Css3>CSS3 css3>CSS3
Wifi>Wi-Fi wifi>Wi-Fi WIFI>Wi-Fi WiFi>Wi-Fi Npm>npm Ai>AI Ui>UI Ux>UX Id>ID Ip>IP Cli>CLI Gui>GUI Ide>IDE Dom>DOM Seo>SEO Ssr>SSR
Llm>LLM Nlp>NLP Gpt>GPT Cnn>CNN Rnn>RNN Lstm>LSTM Rpc>RPC Orm>ORM Csv>CSV Gif>GIF Png>PNG Jpg>JPG Vpn>VPN Udp>UDP Ftp>FTP Usb>USB
Ssl>SSL Tls>TLS Jwt>JWT Cms>CMS Ocr>OCR Tts>TTS Aws>AWS Faq>FAQ Rss>RSS Ssd>SSD Mcp>MCP Dns>DNS Ssh>SSH
`;
