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

package io.github.faultbook.pipeline;

/**
 * Limits for the content of responses.
 *
 * @param violations the number of violations that are listed, at least 1
 * @param text the length of each text and of each path, in characters, at least 16
 * @param fact the size of each fact that is not a plain value, in bytes of JSON, at least
 * 16
 */
public record ErrorLimits(int violations, int text, int fact) {

	/**
	 * 100 violations, 2,000 characters, 8,192 bytes.
	 */
	public static final ErrorLimits DEFAULT = new ErrorLimits(100, 2000, 8192);

	public ErrorLimits {
		if (violations < 1 || text < 16 || fact < 16) {
			throw new IllegalArgumentException(
					"Limits must be at least 1 violation, 16 characters and 16 bytes, not %d, %d and %d"
						.formatted(violations, text, fact));
		}
	}

	String cut(String value) {
		if (value.length() <= this.text) {
			return value;
		}
		int end = this.text - 1;
		return value.substring(0, Character.isHighSurrogate(value.charAt(end - 1)) ? end - 1 : end) + "…";
	}

}
