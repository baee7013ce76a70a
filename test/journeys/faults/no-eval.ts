import { z } from 'zod';

// Scripts that a debugger brings in may make functions from text while they begin, and no more once they run: zod would count on it.
z.config({ jitless: true });
