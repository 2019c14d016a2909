import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { parseJsonAnswer } from '../../../../src-main/providers/http/parse-json-answer.ts';
import { failureOf } from './http-bench.ts';

const schema = z.object({ items: z.array(z.object({ id: z.number() })) });
const parse = async (text: string, type = 'application/json') =>
  parseJsonAnswer({ status: 200, headers: new Headers({ 'content-type': type }), text }, schema, 'v.example');

describe('a JSON answer', () => {
  test('comes as its schema says', async () => {
    expect(await parse('{"items":[{"id":1}],"more":true}')).toEqual({ items: [{ id: 1 }] });
  });

  test.each([
    ['', 'answer-empty', 'HTTP 200'],
    [' \n', 'answer-empty', 'HTTP 200'],
    ['<!DOCTYPE html><title>Sign in</title>', 'not-the-vendor', 'HTTP 200'],
    ['\n<html>', 'not-the-vendor', 'HTTP 200'],
    ['{"items":[', 'answer-malformed', 'HTTP 200, not JSON'],
    ['CANARY', 'answer-malformed', 'HTTP 200, not JSON'],
    ['{"items":[{"id":"CANARY"}]}', 'answer-malformed', 'items.0.id: invalid_type'],
    ['"CANARY"', 'answer-malformed', 'the answer: invalid_type'],
  ])('%j is %s', async (text, code, detail) => {
    expect((await failureOf(parse(text))).error).toEqual({ code, subject: 'v.example', detail });
  });

  test('labelled as HTML is taken all the same', async () => {
    expect(await parse('{"items":[]}', 'text/html')).toEqual({ items: [] });
  });

  test('that only begins like XML under an HTML label is not the vendor', async () => {
    expect((await failureOf(parse('<?xml version="1.0"?><html/>', 'application/xhtml+xml'))).code).toBe(
      'not-the-vendor',
    );
  });
});
