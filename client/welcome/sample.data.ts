/** A page and its translation to try things on, by the names of their files: each kind of finding once, and one block not translated yet. */
export const sample: Readonly<Record<string, string>> = {
  'guide.md': `# Getting started with diffusion models

A diffusion model learns to remove noise from an image. It starts from pure noise, and removes a little of it in every step.

## Training

The model was trained on 600 images. In every step noise is added, and the model predicts that noise.

Self-attention lets the model relate parts of an image that are far apart.

## Sampling

Call \`pipe(prompt)\` with a text prompt. After 50 steps the image is clear.

A larger guidance scale follows the text prompt more closely.
`,
  'guide_CN.md': `# 扩散模型入门

扩散模型学习去除图像中的噪声。它从纯噪声开始,每一步去除一点噪声。

## 训练

该模型用600张图像训练。每一步加入噪声，再由模型预测这些噪声。

自关注机制让模型把图像中相距很远的部分联系起来。

## 采样

用文本提示调用\`pipe(prompt)\`。经过 60 步，图像就清晰了。
`,
  'glossary.csv': `en,zh,forbidden,note
self-attention,自注意力机制,自关注机制,
text prompt,文本提示,文字提示,
diffusion model,扩散模型,,
noise,噪声,噪音,
`,
  '.yijiao.jsonc': `{
  // 术语表 / the glossary
  "glossary": ["glossary.csv"]
}
`,
};

/** The translation among them. */
export const SAMPLE_PAGE = 'guide_CN.md';
