const POLITE = '(?:แล้ว)?\\s*(?:ครับ|ค่ะ|คะ|จ้า|นะ)*[.!]*$';
const STOP = new RegExp(`^(?:ขอ)?(?:ยกเลิก|ข้าม|skip|cancel)${POLITE}`, 'i');
const WITHDRAW = new RegExp(`^(?:ขอ)?ยกเลิกคำตอบ${POLITE}`);

/** Whether a text is nothing but the word on a button that ends what has been begun: "ยกเลิก", "ข้ามค่ะ". */
export function isStopWord(text: string): boolean {
  return STOP.test(text.trim());
}

/** Whether a text is nothing but the words on the button that takes today's answer back. */
export function isWithdrawal(text: string): boolean {
  return WITHDRAW.test(text.trim());
}
