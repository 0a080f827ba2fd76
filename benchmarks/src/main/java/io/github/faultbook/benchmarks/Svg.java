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

package io.github.faultbook.benchmarks;

import java.util.Locale;

/**
 * A picture without scripts, on white, so that it can be read in light and dark pages.
 */
public final class Svg {

	private final StringBuilder elements = new StringBuilder();

	/**
	 * Add elements.
	 * @param format markup, as for {@link String#format(String, Object...)}
	 * @param arguments what it refers to; text must be escaped
	 */
	public void append(String format, Object... arguments) {
		this.elements.append(String.format(Locale.ENGLISH, format, arguments)).append('\n');
	}

	/**
	 * Return the text as it can stand between tags.
	 * @param text any text
	 * @return the text without markup
	 */
	public static String escape(String text) {
		return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
	}

	/**
	 * Return the whole picture.
	 * @param width the width in pixels
	 * @param height the height in pixels
	 * @return a document
	 */
	public String draw(int width, int height) {
		return String.format(Locale.ENGLISH,
				"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 %d %d' width='%d' height='%d' "
						+ "font-family='sans-serif' font-size='12'>%n<rect width='100%%' height='100%%' "
						+ "fill='white'/>%n%s</svg>%n",
				width, height, width, height, this.elements);
	}

}
