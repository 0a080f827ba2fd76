/*
 * Copyright 2026-present the original author or authors.
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *      https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

package io.github.faultbook.autoconfigure.container;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

import io.github.faultbook.pipeline.ErrorReply;
import org.jspecify.annotations.Nullable;

/**
 * A stream of server-sent events, which can end with an error if it fails when a part of
 * it has been sent. Knows the last bytes of what was sent: an error can follow an event
 * that is complete, but not a part of one, which a client would take for the whole event.
 * It is used by one thread at a time.
 */
public final class EventStream {

	private static final String MEDIA_TYPE = "text/event-stream";

	private static final byte[] START = "event:error\n".getBytes(StandardCharsets.US_ASCII);

	private static final byte[] LINE = "data:".getBytes(StandardCharsets.US_ASCII);

	/**
	 * The number of bytes in which an empty line can be found.
	 */
	private static final int LENGTH = Integer.BYTES;

	private int last;

	/**
	 * Return whether a response consists of server-sent events.
	 * @param mediaType the media type of the response, or {@code null} if it has none
	 * @return whether it is {@code text/event-stream}, with any parameters
	 */
	public static boolean isEventStream(@Nullable String mediaType) {
		return mediaType != null && mediaType.toLowerCase(Locale.ROOT).startsWith(MEDIA_TYPE);
	}

	/**
	 * Add what was sent.
	 * @param value a byte, or a character that is a byte in UTF-8
	 */
	public void add(int value) {
		this.last = (this.last << Byte.SIZE) | (value & 0xff);
	}

	/**
	 * Add what was sent.
	 * @param bytes contains what was sent
	 * @param offset where it begins
	 * @param length how long it is
	 */
	public void add(byte[] bytes, int offset, int length) {
		for (int i = Math.max(0, length - LENGTH); i < length; i++) {
			add(bytes[offset + i]);
		}
	}

	/**
	 * Add what is going to be sent.
	 * @param bytes what is going to be sent, remains unread
	 */
	public void add(ByteBuffer bytes) {
		for (int i = Math.max(bytes.position(), bytes.limit() - LENGTH); i < bytes.limit(); i++) {
			add(bytes.get(i));
		}
	}

	/**
	 * Add what was sent.
	 * @param text contains what was sent
	 * @param offset where it begins
	 * @param length how long it is
	 */
	public void add(CharSequence text, int offset, int length) {
		for (int i = Math.max(0, length - LENGTH); i < length; i++) {
			add(text.charAt(offset + i));
		}
	}

	/**
	 * Return whether an error can follow.
	 * @return {@code false} if a part of an event was sent
	 */
	public boolean isBetweenEvents() {
		if (this.last == 0) {
			return true;
		}
		int lineEnds = 0;
		int before = 0;
		for (int shift = Integer.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
			int value = (this.last >>> shift) & 0xff;
			boolean end = value == '\r' || (value == '\n' && before != '\r');
			// A line feed behind a carriage return belongs to the same line end
			lineEnds = end ? lineEnds + 1 : (value == '\n') ? lineEnds : 0;
			before = value;
		}
		return lineEnds > 1;
	}

	/**
	 * Return the event for an error.
	 * @param reply the answer, of which only the body can be sent
	 * @return an event of the type {@code error}, with one field for each line of the
	 * body, and an empty line
	 */
	public static byte[] errorEvent(ErrorReply reply) {
		byte[] body = reply.body();
		ByteArrayOutputStream event = new ByteArrayOutputStream(body.length + 32);
		event.writeBytes(START);
		int start = 0;
		for (int i = 0; i <= body.length; i++) {
			if (i == body.length || body[i] == '\n' || body[i] == '\r') {
				event.writeBytes(LINE);
				event.write(body, start, i - start);
				event.write('\n');
				boolean pair = i + 1 < body.length && body[i] == '\r' && body[i + 1] == '\n';
				i += pair ? 1 : 0;
				start = i + 1;
			}
		}
		event.write('\n');
		return event.toByteArray();
	}

}
