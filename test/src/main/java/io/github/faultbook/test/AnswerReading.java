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

package io.github.faultbook.test;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import io.github.faultbook.format.ErrorReader;
import io.github.faultbook.format.ReceivedError;
import io.github.faultbook.format.WireFormat;
import io.github.faultbook.format.WireFormats;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The contents of an answer in one of several formats.
 *
 * @param error what the answer says, {@link ReceivedError#UNKNOWN} if it cannot be read
 * @param reader the reader that has read it, or {@code null} if it cannot be read
 * @param problem why it cannot be read, empty if it has been read
 */
record AnswerReading(ReceivedError error, @Nullable ErrorReader reader, String problem) {

	/**
	 * Read an answer in the preset that it has.
	 * @param answer the answer
	 * @return the reading
	 */
	static AnswerReading detect(ErrorAnswer answer) {
		return of(answer, Presets.READERS);
	}

	/**
	 * Read an answer in one of the formats of an application.
	 * @param answer the answer
	 * @param formats the formats; those that are written in Java cannot be read
	 * @return the reading
	 */
	static AnswerReading in(ErrorAnswer answer, List<WireFormat> formats) {
		List<ErrorReader> readers = new ArrayList<>();
		List<String> problems = new ArrayList<>();
		for (WireFormat format : formats) {
			try {
				readers.add(ErrorReader.of(format));
			}
			catch (IllegalArgumentException ex) {
				problems.add(ex.getMessage());
			}
		}
		return readers.isEmpty() ? unread(String.join(" ", problems)) : of(answer, readers);
	}

	private static AnswerReading of(ErrorAnswer answer, List<ErrorReader> readers) {
		Map<ErrorReader, ReceivedError> possible = ErrorReader.readAny(readers, answer.body(),
				answer.headers()::getFirst);
		if (possible.size() == 1) {
			Map.Entry<ErrorReader, ReceivedError> found = possible.entrySet().iterator().next();
			return new AnswerReading(found.getValue(), found.getKey(), "");
		}
		return unread(problem(answer, possible.isEmpty() ? readers : possible.keySet(), possible.isEmpty()));
	}

	private static AnswerReading unread(String problem) {
		return new AnswerReading(ReceivedError.UNKNOWN, null, problem);
	}

	private static String problem(ErrorAnswer answer, Collection<ErrorReader> readers, boolean none) {
		String names = readers.stream().map((reader) -> reader.format().name()).collect(Collectors.joining(", "));
		if (answer.body().length == 0) {
			return "The answer has no body.";
		}
		if (answer.body().length > ErrorReader.MAX_SIZE) {
			return "The body has more than %d bytes and is not read.".formatted(ErrorReader.MAX_SIZE);
		}
		if (!none) {
			return "The body can be read in several formats, which disagree: %s. Choose one with usingFormat."
				.formatted(names);
		}
		return (readers.size() == 1) ? "The body is not one of the format %s.".formatted(names)
				: "The body is not one of the formats %s. Choose its format with usingFormat.".formatted(names);
	}

	/**
	 * Return why the answer does not tell something.
	 * @param what what it does not tell, with its article
	 * @param placeholder matches the placeholders that would tell it
	 * @return a sentence
	 */
	String absence(String what, Predicate<String> placeholder) {
		String limit = limit(what, placeholder);
		return (limit != null) ? limit : "The answer does not have %s.".formatted(what);
	}

	/**
	 * Return why the answer could not tell something.
	 * @param what what it would tell, with its article
	 * @param placeholder matches the placeholders that would tell it
	 * @return a sentence, or {@code null} if the format carries it
	 */
	@Nullable String limit(String what, Predicate<String> placeholder) {
		if (this.reader == null) {
			return this.problem;
		}
		if (this.reader.placeholders().stream().anyMatch(placeholder)) {
			return null;
		}
		boolean written = this.reader.ambiguities()
			.stream()
			.filter((ambiguity) -> ambiguity.startsWith("{"))
			.anyMatch((ambiguity) -> placeholder.test(ambiguity.substring(1, ambiguity.indexOf('}'))));
		return (written ? "The format %s writes %s in a way that cannot be read back."
				: "The format %s does not carry %s.")
			.formatted(this.reader.format().name(), what);
	}

	/**
	 * Return the format in which the answer was read.
	 * @return the name, or {@code null} if it could not be read
	 */
	@Nullable String format() {
		return (this.reader != null) ? this.reader.format().name() : null;
	}

	/**
	 * The readers of the presets, which are made when they are first needed.
	 */
	private static final class Presets {

		private static final List<ErrorReader> READERS = readers();

		private static List<ErrorReader> readers() {
			WireFormats formats = new WireFormats(JsonMapper.shared(), null);
			return WireFormats.presets().stream().map((name) -> ErrorReader.of(formats.preset(name))).toList();
		}

	}

}
