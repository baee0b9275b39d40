// Each test file closes what it opened: files of one process share the server's connections.
import { afterAll } from 'vitest'
import { leave } from '../database/testing/once-a-file.ts'

afterAll(leave)
