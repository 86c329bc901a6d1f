import { config, z } from 'zod';

// Without this zod would try to make functions from text, which the content security policy reports.
config({ jitless: true });

export { z };
