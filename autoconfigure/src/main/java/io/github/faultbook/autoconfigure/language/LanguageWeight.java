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

package io.github.faultbook.autoconfigure.language;

/**
 * Reads the weight of a language range (RFC 9110, section 12.4.2).
 */
final class LanguageWeight {

	private static final int FULL = 1000;

	private static final int MAX_LENGTH = 20;

	private LanguageWeight() {
	}

	/**
	 * Read a weight.
	 * @param line the value of a header
	 * @param start where the parameters of the range start, with their semicolon
	 * @param end where they end
	 * @return the weight in thousandths, 0 if the range is refused or not well-formed
	 */
	static int read(String line, int start, int end) {
		String weight = line.substring(Math.min(start + 1, end), Math.min(end, start + MAX_LENGTH)).split(";", 2)[0]
			.strip();
		if (weight.isEmpty()) {
			return FULL;
		}
		if (!weight.startsWith("q=") && !weight.startsWith("Q=")) {
			return 0;
		}
		return thousandths(weight.substring(2).strip());
	}

	private static int thousandths(String number) {
		if (number.isEmpty() || number.length() > 5 || (number.length() > 1 && number.charAt(1) != '.')) {
			return 0;
		}
		int value = 0;
		for (int i = 0; i < 5; i++) {
			char digit = (i < number.length()) ? number.charAt(i) : '0';
			if (i == 1) {
				continue;
			}
			if (digit < '0' || digit > '9') {
				return 0;
			}
			value = value * 10 + digit - '0';
		}
		return (value <= FULL) ? value : 0;
	}

}
