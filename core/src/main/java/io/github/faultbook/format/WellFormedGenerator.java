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

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.util.JsonGeneratorDelegate;

/**
 * A {@link JsonGenerator} that replaces unpaired surrogates. Clients can send them in
 * names and values, and they cannot be written as UTF-8.
 */
final class WellFormedGenerator extends JsonGeneratorDelegate {

	private static final char REPLACEMENT = '\ufffd';

	WellFormedGenerator(JsonGenerator delegate) {
		super(delegate, false);
	}

	@Override
	public JsonGenerator writeName(String name) {
		super.writeName(wellFormed(name));
		return this;
	}

	@Override
	public JsonGenerator writeString(String text) {
		super.writeString(wellFormed(text));
		return this;
	}

	static String wellFormed(String text) {
		for (int i = 0; i < text.length(); i++) {
			if (Character.isSurrogate(text.charAt(i))) {
				return replaceHalves(text);
			}
		}
		return text;
	}

	private static String replaceHalves(String text) {
		StringBuilder result = new StringBuilder(text.length());
		text.codePoints()
			.forEach((c) -> result
				.appendCodePoint((c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) ? REPLACEMENT : c));
		return result.toString();
	}

}
