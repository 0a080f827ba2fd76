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

import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.github.faultbook.CommonError;
import io.github.faultbook.ErrorCode;
import io.github.faultbook.ErrorDefinition;
import io.github.faultbook.MessageTemplate;
import io.github.faultbook.pipeline.ErrorMessages.Text;
import org.jspecify.annotations.Nullable;

/**
 * The texts that clients see. Texts of the application take precedence over the built-in
 * ones, which exist in English, German, French, Spanish and Portuguese. Instances are
 * safe for use by several threads.
 */
public final class ErrorTexts {

	private final ErrorMessages messages;

	private final Map<ErrorCode, Keys> keys = new ConcurrentHashMap<>();

	/**
	 * Create the texts of an application.
	 * @param messages the application's own translations
	 */
	public ErrorTexts(ErrorMessages messages) {
		this.messages = messages;
	}

	/**
	 * Return the languages of the built-in texts.
	 * @return the languages; English comes first and is used for all unsupported ones
	 */
	public static List<Locale> languages() {
		return BundledMessages.LANGUAGES;
	}

	/**
	 * Return the keys of the built-in texts that belong to no entry, such as those of
	 * violations and of the documentation.
	 * @return the keys in alphabetical order
	 */
	public static Set<String> sharedKeys() {
		return BundledMessages.INSTANCE.sharedKeys();
	}

	/**
	 * Find a text that belongs to no entry.
	 * @param key one of the {@link #sharedKeys() shared keys}
	 * @param locale the requested language
	 * @return the text, in English if the language is not supported, or {@code null} if
	 * there is no such text
	 */
	public @Nullable Text find(String key, Locale locale) {
		Text text = this.messages.find(key, locale);
		return (text != null) ? text : BundledMessages.INSTANCE.find(key, locale);
	}

	/**
	 * Find the translation of one part of an entry. Its key contains the code under which
	 * the entry was declared, even if the configuration replaces the code.
	 * @param entry the entry
	 * @param part the part: {@code title}, {@code message}, {@code cause},
	 * {@code solution} or {@code parameter.<name>}
	 * @param locale the requested language
	 * @return the text, or {@code null} if only the definition of the entry has one
	 */
	public @Nullable Text find(ErrorCode entry, String part, Locale locale) {
		ErrorCode declared = entry.declared();
		boolean common = declared instanceof CommonError;
		if (this.messages == ErrorMessages.NONE && !common) {
			return null;
		}
		String key = keysOf(declared).of(part);
		Text text = this.messages.find(key, locale);
		return (text == null && common && isBuiltIn(entry, part)) ? BundledMessages.INSTANCE.find(key, locale) : text;
	}

	/**
	 * Return whether the built-in translations apply to a text of an entry. They do not
	 * if the configuration replaces the text.
	 * @param entry the entry
	 * @param part the part
	 * @return whether the text is the text of the declared entry
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
	 * Return the keys of an entry. They are only cached for enum constants, as the number
	 * of other entries is not limited.
	 * @param entry the entry
	 * @return its keys
	 */
	private Keys keysOf(ErrorCode entry) {
		return (entry instanceof Enum<?>) ? this.keys.computeIfAbsent(entry, Keys::new) : new Keys(entry);
	}

	/**
	 * Return the message of a violation. If the application's translations throw an
	 * exception, the built-in text is used.
	 * @param name the name of the message, such as {@code required}; see the keys
	 * {@code faultbook.violation} of the bundled texts
	 * @param arguments values by name, for the <code>{name}</code> in the text
	 * @param locale the requested language
	 * @return the text, in English if the language is not supported
	 * @throws IllegalArgumentException if there is no such text
	 */
	public String violation(String name, Map<String, Object> arguments, Locale locale) {
		return own("faultbook.violation." + name, arguments, locale);
	}

	/**
	 * Return a text of the documentation itself, such as a heading.
	 * @param name the name; see the keys {@code faultbook.docs} of the bundled texts
	 * @param arguments values by name, for the <code>{name}</code> in the text
	 * @param locale the requested language
	 * @return the text, in English if the language is not supported
	 * @throws IllegalArgumentException if there is no such text
	 */
	public String docs(String name, Map<String, ?> arguments, Locale locale) {
		return own("faultbook.docs." + name, arguments, locale);
	}

	private String own(String key, Map<String, ?> arguments, Locale locale) {
		Text text = null;
		try {
			text = this.messages.find(key, locale);
		}
		catch (Throwable ex) {
			// The failure is reported when the pipeline looks up the title
		}
		return MessageTemplate.render(((text != null) ? text : bundled(key, locale)).text(), arguments);
	}

	/**
	 * Return the note that not all violations are listed.
	 * @param listed how many are listed
	 * @param found how many were found
	 * @param locale the requested language
	 * @return the note, in English if the language is not supported
	 */
	String omitted(int listed, int found, Locale locale) {
		Text text = Objects.requireNonNull(find(BundledMessages.OMITTED, locale));
		NumberFormat numbers = NumberFormat
			.getIntegerInstance(Objects.requireNonNullElse(text.language(), Locale.ENGLISH));
		return MessageTemplate.render(text.text(),
				Map.of("listed", numbers.format(listed), "found", numbers.format(found)));
	}

	private static Text bundled(String key, Locale locale) {
		Text text = BundledMessages.INSTANCE.find(key, locale);
		if (text == null) {
			throw new IllegalArgumentException("No text for " + key);
		}
		return text;
	}

	/**
	 * The keys of an entry. The keys of its parameters are created on demand, as answers
	 * do not need them.
	 *
	 * @param prefix the prefix of all keys
	 * @param title the key of the title
	 * @param message the key of the message
	 * @param cause the key of the cause
	 * @param solution the key of the solution
	 */
	private record Keys(String prefix, String title, String message, String cause, String solution) {

		private Keys(ErrorCode entry) {
			this("faultbook." + entry.code() + ".");
		}

		private Keys(String prefix) {
			this(prefix, prefix + "title", prefix + "message", prefix + "cause", prefix + "solution");
		}

		private String of(String part) {
			return switch (part) {
				case "title" -> this.title;
				case "message" -> this.message;
				case "cause" -> this.cause;
				case "solution" -> this.solution;
				default -> parameter(part);
			};
		}

		private String parameter(String part) {
			if (!part.startsWith("parameter.")) {
				throw new IllegalArgumentException("An entry has no " + part);
			}
			return this.prefix + part;
		}

	}

}
