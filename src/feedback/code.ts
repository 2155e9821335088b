export { newCode, readCode, showCode } from '../code.ts';
