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

import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import io.github.faultbook.CommonError;
import io.github.faultbook.ErrorCode;
import io.github.faultbook.ErrorDefinition;
import io.github.faultbook.MessageTemplate;
import io.github.faultbook.pipeline.ErrorMessages.Text;
import org.jspecify.annotations.Nullable;

/**
 * Every text that clients and readers of the documentation see, in their language: the
 * application's translations first, then those that come with this library. Safe for use
 * by several threads.
 */
public final class ErrorTexts {

	private final ErrorMessages messages;

	/**
	 * Create the texts of an application.
	 * @param messages the application's own translations
	 */
	public ErrorTexts(ErrorMessages messages) {
		this.messages = messages;
	}

	/**
	 * Find the translation of one part of an entry. Its key has the code under which the
	 * entry was declared, whatever the configuration makes of it.
	 * @param entry the entry
	 * @param part the part: {@code title}, {@code message}, {@code cause} or
	 * {@code solution}
	 * @param locale the language asked for
	 * @return the text, or {@code null} if the definition has the only one
	 */
	public @Nullable Text find(ErrorCode entry, String part, Locale locale) {
		String key = "faultbook." + entry.declared().code() + "." + part;
		Text text = this.messages.find(key, locale);
		return (text == null && entry.declared() instanceof CommonError && isBuiltIn(entry, part))
				? BundledMessages.INSTANCE.find(key, locale) : text;
	}

	/**
	 * Return whether an entry has a text that comes with this library: one that the
	 * configuration replaces has no translations there.
	 * @param entry the entry
	 * @param part the part
	 * @return whether the text is that of the declared entry
	 */
	private static boolean isBuiltIn(ErrorCode entry, String part) {
		return entry == entry.declared()
				|| Objects.equals(textOf(entry.definition(), part), textOf(entry.declared().definition(), part));
	}

	private static @Nullable String textOf(ErrorDefinition definition, String part) {
		return switch (part) {
			case "title" -> definition.title();
			case "message" -> definition.message();
			case "cause" -> definition.cause();
			case "solution" -> definition.solution();
			default -> null;
		};
	}

	/**
	 * Return what is wrong with an input, for people.
	 * @param name what is wrong, such as {@code required}; see the keys
	 * {@code faultbook.violation} of the bundled texts
	 * @param arguments values by name, for the <code>{name}</code> in the text
	 * @param locale the language asked for
	 * @return the text, in English if the language is not spoken
	 * @throws IllegalArgumentException if there is no such text
	 */
	public String violation(String name, Map<String, Object> arguments, Locale locale) {
		String key = "faultbook.violation." + name;
		Text text = this.messages.find(key, locale);
		if (text == null) {
			text = BundledMessages.INSTANCE.find(key, locale);
		}
		if (text == null) {
			throw new IllegalArgumentException("No text for " + key);
		}
		return MessageTemplate.render(text.text(), arguments);
	}

}
