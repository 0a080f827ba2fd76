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

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads errors back from the bodies that a compiled template writes. Bodies come from
 * another party: a reader accepts any bytes, never throws, and works in bounded time.
 * Instances can be used by several threads.
 */
public final class ErrorReader {

	/**
	 * The size of the largest body that is read, in bytes.
	 */
	public static final int MAX_SIZE = 256 * 1024;

	private static final int MAX_DEPTH = 250;

	private static final int MAX_TOKENS = 100_000;

	/**
	 * Numbers with larger exponents take more memory as digits than they are worth.
	 */
	private static final int MAX_SCALE = 400;

	private static final ObjectReader JSON = JsonMapper
		.builder(JsonFactory.builder()
			.streamReadConstraints(StreamReadConstraints.builder()
				.maxNestingDepth(MAX_DEPTH)
				.maxDocumentLength(MAX_SIZE)
				.maxTokenCount(MAX_TOKENS)
				.build())
			.build())
		.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
		.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
		.build()
		.readerFor(Object.class);

	private final TemplateFormat format;

	private final List<String> ambiguities;

	private final Set<String> placeholders;

	private ErrorReader(TemplateFormat format) {
		this.format = format;
		Ambiguities search = new Ambiguities(format);
		this.ambiguities = List.copyOf(search.find(this));
		this.placeholders = Set.copyOf(search.readable());
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
		return this.ambiguities;
	}

	/**
	 * Return the placeholders that the template writes and this reader reads back, such
	 * as {@code code}, {@code fact.value} and {@code violation.path}.
	 * @return the names, without braces
	 */
	public Set<String> placeholders() {
		return this.placeholders;
	}

	/**
	 * Read a body. Members that the template does not have are ignored.
	 * @param body the body, which is JSON in UTF-8, UTF-16 or UTF-32
	 * @param headers returns the value of a header of the response, or {@code null}
	 * @return the error, or {@code null} if the body is not one of this format
	 */
	public @Nullable ReceivedError read(byte[] body, Function<String, @Nullable String> headers) {
		Reading reading = reading(body, headers);
		return (reading != null) ? ReadError.of(reading) : null;
	}

	/**
	 * Read a body only if it has exactly the members of the template. This is how the
	 * format of a body is recognized among several.
	 * @param body the body, which is JSON in UTF-8, UTF-16 or UTF-32
	 * @param headers returns the value of a header of the response, or {@code null}
	 * @return the error, or {@code null} if the template does not write such a body
	 */
	public @Nullable ReceivedError readExactly(byte[] body, Function<String, @Nullable String> headers) {
		Reading reading = reading(body, headers);
		return (reading != null && reading.mismatches == 0) ? ReadError.of(reading) : null;
	}

	/**
	 * Read a body and count its differences from the template.
	 * @param body the body
	 * @param headers returns the value of a header of the response, or {@code null}
	 * @return the reading, or {@code null} if nothing essential can be read
	 */
	@Nullable Reading reading(byte[] body, Function<String, @Nullable String> headers) {
		if (body.length == 0 || body.length > MAX_SIZE) {
			return null;
		}
		try {
			Object json = bounded(JSON.readValue(body));
			BodyReader reader = new BodyReader(this.format.settings().codes());
			Reading reading = isEmpty(json) ? new Reading() : reader.read(this.format.body(), json);
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
		catch (JacksonException ex) {
			// A body that cannot be parsed is not read
			return null;
		}
	}

	// The body of an error of which the template writes nothing
	private boolean isEmpty(@Nullable Object json) {
		return !this.format.body().always() && (Map.of().equals(json) || List.of().equals(json));
	}

	private static @Nullable Object bounded(@Nullable Object json) {
		if (json instanceof BigDecimal number && Math.abs((long) number.scale()) > MAX_SCALE) {
			return number.toString();
		}
		if (json instanceof List<?> list) {
			List<@Nullable Object> copy = new ArrayList<>(list.size());
			list.forEach((element) -> copy.add(bounded(element)));
			return copy;
		}
		if (json instanceof Map<?, ?> map) {
			Map<String, @Nullable Object> copy = new LinkedHashMap<>();
			map.forEach((name, value) -> copy.put(name.toString(), bounded(value)));
			return copy;
		}
		return json;
	}

}
