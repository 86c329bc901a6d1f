import { recogniseScale } from './recognise';

/** The scale that is recognised in the answers to a question. */
export const scaleOf = (answers: string[], heading = 'Frage') =>
	recogniseScale(heading, answers)?.scale;
