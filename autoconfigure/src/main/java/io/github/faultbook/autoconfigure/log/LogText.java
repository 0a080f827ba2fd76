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

package io.github.faultbook.autoconfigure.log;

import java.util.regex.Pattern;

/**
 * Makes texts from clients safe to be written to the log.
 */
final class LogText {

	private static final int MAX_LENGTH = 500;

	/**
	 * Characters that break a line, change its reading order or are invisible: control
	 * and format characters, line and paragraph separators, surrogates, unassigned
	 * characters, variation selectors, and blank letters.
	 */
	private static final Pattern DECEPTIVE = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}\\x{34F}\\x{115F}\\x{1160}"
			+ "\\x{17B4}\\x{17B5}\\x{180B}-\\x{180F}\\x{2800}\\x{3164}\\x{FE00}-\\x{FE0F}\\x{FFA0}\\x{E0000}-\\x{E0FFF}]");

	private LogText() {
	}

	/**
	 * Replace the characters with which a text could look like another line of the log.
	 * @param value the text
	 * @return the text in one line of at most 500 characters, with a question mark in
	 * place of each deceptive character; a hyphen if it is empty
	 */
	static String inert(String value) {
		String text = (value.length() > MAX_LENGTH) ? value.substring(0, MAX_LENGTH) + "…" : value;
		return text.isEmpty() ? "-" : DECEPTIVE.matcher(text).replaceAll("?");
	}

}
