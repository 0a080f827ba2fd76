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

package io.github.faultbook.autoconfigure.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import org.springframework.util.MimeTypeUtils;

/**
 * Reads the header {@code Accept} (RFC 9110, section 12.5.1).
 */
public final class AcceptHeader {

	/**
	 * The maximum number of media ranges that are read.
	 */
	private static final int MAX_RANGES = 100;

	private AcceptHeader() {
	}

	/**
	 * Read the media ranges. Malformed ranges are ignored, and so are all ranges after
	 * the first 100.
	 * @param accept the value of the header
	 * @param parser parses a media range, or throws an {@link IllegalArgumentException}
	 * if the range is malformed
	 * @param <T> the type of the media ranges
	 * @return the media ranges in order
	 */
	public static <T> List<T> parse(String accept, Function<String, T> parser) {
		List<T> ranges = new ArrayList<>();
		for (String range : MimeTypeUtils.tokenize(accept)) {
			try {
				ranges.add(parser.apply(range));
			}
			catch (IllegalArgumentException ex) {
				// A malformed range says nothing about the others
			}
			if (ranges.size() == MAX_RANGES) {
				break;
			}
		}
		return ranges;
	}

}
