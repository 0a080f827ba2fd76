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

package io.github.faultbook.client;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

import io.github.faultbook.format.ErrorReader;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;

/**
 * Reads the bytes of bodies, which can be of any size, cut off, compressed, or in another
 * encoding than announced.
 */
final class BodyBytes {

	/**
	 * The number of bytes that are kept of a body.
	 */
	static final int MAX = ErrorReader.MAX_SIZE;

	private BodyBytes() {
	}

	/**
	 * Read the body of a response.
	 * @param response the response
	 * @param timeout the longest time to wait
	 * @return the bytes that arrive before the end or a failure, but at most one more
	 * than {@link #MAX}, so that larger bodies are recognized
	 */
	static byte[] read(ClientHttpResponse response, Duration timeout) {
		try {
			InputStream body = response.getBody();
			return (body != null) ? read(body, timeout) : new byte[0];
		}
		catch (IOException ex) {
			// Some clients throw an exception if there is no body
			return new byte[0];
		}
	}

	/**
	 * Read one byte more than {@link #MAX}, so that larger bodies are recognized.
	 * @param stream the body
	 * @param timeout the longest time to wait. A single pause can be longer, which only
	 * the read timeout of the client ends.
	 * @return the bytes that arrive before the end or a failure
	 */
	static byte[] read(InputStream stream, Duration timeout) {
		long start = System.nanoTime();
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		byte[] buffer = new byte[8192];
		try {
			int read = 0;
			while (read >= 0 && bytes.size() <= MAX
					&& timeout.compareTo(Duration.ofNanos(System.nanoTime() - start)) > 0) {
				// Some streams wait until they have as many bytes as they are asked for
				int there = Math.min(Math.max(stream.available(), 1), buffer.length);
				read = stream.read(buffer, 0, Math.min(there, MAX + 1 - bytes.size()));
				bytes.write(buffer, 0, Math.max(read, 0));
			}
		}
		catch (IOException | RuntimeException ex) {
			// The status and the headers are known, and so is the beginning of the body.
			// The exceptions of Netty are unchecked
		}
		return bytes.toByteArray();
	}

	/**
	 * Close the body of a response, of which nothing is read any more. Some clients would
	 * read it to its end when the response is closed, which a body that is large or slow
	 * never reaches.
	 * @param response the response
	 */
	static void abandon(ClientHttpResponse response) {
		try {
			InputStream body = response.getBody();
			if (body != null) {
				body.close();
			}
		}
		catch (IOException ex) {
			// There is no body
		}
	}

	/**
	 * Return a body in the form in which it can be parsed.
	 * @param body the body as it was received
	 * @param headers the headers of the response
	 * @return the body, decompressed if no one has done so, and in UTF-8 unless it is in
	 * another Unicode encoding
	 */
	static byte[] parseable(byte[] body, HttpHeaders headers) {
		byte[] plain = decompressed(body, headers.getFirst(HttpHeaders.CONTENT_ENCODING));
		Charset charset = charset(headers);
		return (charset == null || isUtf8(plain)) ? plain : new String(plain, charset).getBytes(StandardCharsets.UTF_8);
	}

	// JSON has neither of these beginnings. Some services send DEFLATE without the zlib
	// frame (RFC 9110, section 8.4.1.2)
	private static byte[] decompressed(byte[] body, @Nullable String encoding) {
		boolean gzip = body.length > 2 && body[0] == 0x1f && body[1] == (byte) 0x8b;
		boolean zlib = body.length > 2 && body[0] == 0x78 && (((body[0] << 8) | (body[1] & 0xff)) % 31) == 0;
		boolean deflate = "deflate".equalsIgnoreCase(encoding) && !isUtf8(body);
		if (!gzip && !zlib && !deflate) {
			return body;
		}
		Inflater inflater = new Inflater(!zlib);
		ByteArrayInputStream bytes = new ByteArrayInputStream(body);
		try (InputStream stream = gzip ? new GZIPInputStream(bytes) : new InflaterInputStream(bytes, inflater)) {
			return read(stream, ChronoUnit.FOREVER.getDuration());
		}
		catch (IOException ex) {
			// The bytes only begin like compressed ones
			return body;
		}
		finally {
			inflater.end();
		}
	}

	private static @Nullable Charset charset(HttpHeaders headers) {
		try {
			MediaType type = headers.getContentType();
			return (type != null) ? type.getCharset() : null;
		}
		catch (IllegalArgumentException ex) {
			// Neither the media type nor the charset need exist
			return null;
		}
	}

	private static boolean isUtf8(byte[] bytes) {
		try {
			StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
			return true;
		}
		catch (CharacterCodingException ex) {
			return false;
		}
	}

}
