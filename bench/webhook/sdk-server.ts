import { readFileSync } from 'node:fs';
import { LineBotClient, middleware, type messagingApi, type webhook } from '@line/bot-sdk';
import express from 'express';
import { serveUsage } from './usage.ts';

/**
 * What most bots are: express, the SDK's middleware and client, one Flex message as the answer. It answers LINE first
 * and replies afterwards, as LINE recommends.
 */
const { SECRET = '', TOKEN = '', API = '', MESSAGES = '' } = process.env;
const messages = JSON.parse(readFileSync(MESSAGES, 'utf8')) as messagingApi.Message[];
const client = LineBotClient.fromChannelAccessToken({ channelAccessToken: TOKEN, apiBaseURL: API });

const app = express();
app.post('/webhook', middleware({ channelSecret: SECRET }), (req, res) => {
  res.sendStatus(200);
  for (const event of (req.body as webhook.CallbackRequest).events) {
    if (event.type === 'message' && event.message.type === 'text' && event.replyToken) {
      client.replyMessage({ replyToken: event.replyToken, messages }).catch(() => process.exit(1));
    }
  }
});
serveUsage(app);
const server = app.listen(0, '127.0.0.1', () => {
  console.log(`listening ${(server.address() as { port: number }).port}`);
});
