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

package io.github.faultbook.autoconfigure.docs;

import java.util.Set;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * Builder for HTML. Names of elements and attributes are constants of the program; every
 * text and every value of an attribute is escaped, without exception.
 */
final class Html {

	private static final Set<String> VOID = Set.of("br", "input", "link", "meta");

	private final StringBuilder html = new StringBuilder(8192);

	/**
	 * Write an element.
	 * @param name the name
	 * @param content writes the content of the element
	 * @param attributes names and values in turn; an attribute without a value is left
	 * out
	 * @return this
	 */
	Html tag(String name, Consumer<Html> content, @Nullable String... attributes) {
		this.html.append('<').append(name);
		for (int i = 0; i < attributes.length; i += 2) {
			String value = attributes[i + 1];
			if (value != null) {
				this.html.append(' ').append(attributes[i]).append("=\"");
				escape(value);
				this.html.append('"');
			}
		}
		this.html.append('>');
		if (!VOID.contains(name)) {
			content.accept(this);
			this.html.append("</").append(name).append('>');
		}
		return this;
	}

	/**
	 * Write an element that contains only text.
	 * @param name the name
	 * @param text the text
	 * @param attributes names and values in turn; an attribute without a value is left
	 * out
	 * @return this
	 */
	Html tag(String name, String text, @Nullable String... attributes) {
		return tag(name, (content) -> content.text(text), attributes);
	}

	/**
	 * Write a text.
	 * @param text the text
	 * @return this
	 */
	Html text(String text) {
		escape(text);
		return this;
	}

	private void escape(String text) {
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			switch (c) {
				case '&' -> this.html.append("&amp;");
				case '<' -> this.html.append("&lt;");
				case '>' -> this.html.append("&gt;");
				case '"' -> this.html.append("&quot;");
				case '\'' -> this.html.append("&#39;");
				default -> this.html.append((Character.isISOControl(c) && c != '\n' && c != '\t') ? '\ufffd' : c);
			}
		}
	}

	/**
	 * Return the document.
	 * @return the document type, followed by the written elements
	 */
	@Override
	public String toString() {
		return "<!DOCTYPE html>\n" + this.html + "\n";
	}

}
