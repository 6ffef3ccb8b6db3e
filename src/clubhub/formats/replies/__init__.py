"""Answers to polls as people send them: pasted words, chats, mails and calendar replies."""
