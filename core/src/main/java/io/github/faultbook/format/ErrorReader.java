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

package io.github.faultbook.format;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * Reads errors back from the bodies that a compiled template writes. Bodies come from
 * another party: a reader accepts any bytes, never throws, and works in bounded time.
 * Instances can be used by several threads.
 */
public final class ErrorReader {

	/**
	 * The size of the largest body that is read, in bytes.
	 */
	public static final int MAX_SIZE = ReceivedJson.MAX_SIZE;

	/**
	 * The header with the reference of an error, which is read if the body does not have
	 * one.
	 */
	public static final String REFERENCE_HEADER = "X-Error-Reference";

	private final TemplateFormat format;

	private @Nullable Ambiguities search;

	private ErrorReader(TemplateFormat format) {
		this.format = format;
	}

	/**
	 * Create a reader of the bodies of a format.
	 * @param format a format that was compiled from a template
	 * @return the reader
	 * @throws IllegalArgumentException if the format is written in Java
	 */
	public static ErrorReader of(WireFormat format) {
		if (format instanceof TemplateFormat template) {
			return new ErrorReader(template);
		}
		throw new IllegalArgumentException(
				"The format '%s' is not a template, so its bodies cannot be read.".formatted(format.name()));
	}

	/**
	 * Return the format that this reader reads.
	 * @return the format
	 */
	public WireFormat format() {
		return this.format;
	}

	/**
	 * Return what the template writes but this reader does not read back: because another
	 * value can stand in the same place, because a style loses a part of the value, or
	 * because nothing separates it from other texts.
	 * @return sentences for developers, empty if everything can be read back
	 */
	public List<String> ambiguities() {
		return search().found();
	}

	/**
	 * Return the placeholders that the template writes and this reader reads back, such
	 * as {@code code}, {@code fact.value} and {@code violation.path}.
	 * @return the names, without braces
	 */
	public Set<String> placeholders() {
		return search().readable();
	}

	// Most readers are never asked, and the search takes longer than reading
	private synchronized Ambiguities search() {
		if (this.search == null) {
			this.search = new Ambiguities(this.format, this);
		}
		return this.search;
	}

	/**
	 * Read a body. Members that the template does not have are ignored.
	 * @param body the body, which is JSON in UTF-8, UTF-16 or UTF-32
	 * @param headers returns the value of a header of the response, or {@code null}
	 * @return the error, or {@code null} if the body is not one of this format
	 */
	public @Nullable ReceivedError read(byte[] body, Function<String, @Nullable String> headers) {
		return read(ReceivedJson.of(body), headers, Integer.MAX_VALUE);
	}

	/**
	 * Read a body only if it has exactly the members of the template.
	 * @param body the body, which is JSON in UTF-8, UTF-16 or UTF-32
	 * @param headers returns the value of a header of the response, or {@code null}
	 * @return the error, or {@code null} if the template does not write such a body
	 */
	public @Nullable ReceivedError readExactly(byte[] body, Function<String, @Nullable String> headers) {
		return read(ReceivedJson.of(body), headers, 0);
	}

	/**
	 * Read a body whose format is one of several. The formats of which it has exactly the
	 * members are possible, whatever its media type is. If there is none, those are that
	 * have the media type of the response, unless it is {@code application/json}, or the
	 * only one that is given. If there are several, the media type decides between them.
	 * @param readers the readers of the formats
	 * @param body the body, which is JSON in UTF-8, UTF-16 or UTF-32
	 * @param headers returns the value of a header of the response, or {@code null}
	 * @return the error by the reader that has read it: one entry if all possible formats
	 * agree, none if no format is possible, and otherwise an entry for each of the
	 * different errors
	 */
	public static Map<ErrorReader, ReceivedError> readAny(List<ErrorReader> readers, byte[] body,
			Function<String, @Nullable String> headers) {
		ReceivedJson json = ReceivedJson.of(body);
		String contentType = headers.apply("Content-Type");
		List<ErrorReader> announced = (readers.size() == 1) ? readers
				: readers.stream().filter((reader) -> reader.isAnnounced(contentType)).toList();
		Map<ErrorReader, Reading> readings = readings(readers, json, headers);
		Map<ErrorReader, ReceivedError> possible = errors(readings, headers,
				(reader, reading) -> reading.mismatches == 0);
		if (possible.isEmpty()) {
			possible = errors(readings, headers, (reader, reading) -> announced.contains(reader));
		}
		else if (announced.stream().anyMatch(possible::containsKey)) {
			possible.keySet().retainAll(announced);
		}
		Map<ReceivedError, ErrorReader> different = new LinkedHashMap<>();
		possible.forEach((reader, error) -> different.putIfAbsent(error, reader));
		possible.keySet().retainAll(different.values());
		return possible;
	}

	private static Map<ErrorReader, Reading> readings(List<ErrorReader> readers, @Nullable ReceivedJson json,
			Function<String, @Nullable String> headers) {
		Map<ErrorReader, Reading> readings = new LinkedHashMap<>();
		for (ErrorReader reader : readers) {
			Reading reading = (json != null) ? reader.reading(json, headers) : null;
			if (reading != null) {
				readings.put(reader, reading);
			}
		}
		return readings;
	}

	private static Map<ErrorReader, ReceivedError> errors(Map<ErrorReader, Reading> readings,
			Function<String, @Nullable String> headers, BiPredicate<ErrorReader, Reading> chosen) {
		Map<ErrorReader, ReceivedError> errors = new LinkedHashMap<>();
		readings.forEach((reader, reading) -> {
			ReceivedError error = chosen.test(reader, reading) ? error(reading, headers) : null;
			if (error != null) {
				errors.put(reader, error);
			}
		});
		return errors;
	}

	private boolean isAnnounced(@Nullable String contentType) {
		String own = mediaType(this.format.contentType());
		return contentType != null && !own.equalsIgnoreCase("application/json")
				&& own.equalsIgnoreCase(mediaType(contentType));
	}

	private static String mediaType(String contentType) {
		return contentType.split(";", 2)[0].strip();
	}

	private @Nullable ReceivedError read(@Nullable ReceivedJson json, Function<String, @Nullable String> headers,
			int mismatches) {
		Reading reading = (json != null) ? reading(json, headers) : null;
		return (reading != null && reading.mismatches <= mismatches) ? error(reading, headers) : null;
	}

	private static @Nullable ReceivedError error(Reading reading, Function<String, @Nullable String> headers) {
		String reference = headers.apply(REFERENCE_HEADER);
		if (reference != null) {
			reading.values.putIfAbsent("reference", reference);
		}
		return ReadError.of(reading);
	}

	/**
	 * Read a body and count its differences from the template.
	 * @param json the body
	 * @param headers returns the value of a header of the response, or {@code null}
	 * @return the reading, or {@code null} if nothing essential can be read
	 */
	@Nullable Reading reading(ReceivedJson json, Function<String, @Nullable String> headers) {
		BodyReader reader = new BodyReader(this.format.settings().codes());
		// An error of which the template writes nothing has an empty body
		Reading reading = (json.isEmpty() && !this.format.body().always()) ? new Reading()
				: reader.read(this.format.body(), json.value());
		if (reading == null || reader.exhausted()) {
			return null;
		}
		this.format.headers().forEach((name, value) -> {
			String text = headers.apply(name);
			Reading header = (text != null) ? reader.readText(value, text) : null;
			reading.add((header != null) ? header : new Reading());
		});
		return reading;
	}

}
