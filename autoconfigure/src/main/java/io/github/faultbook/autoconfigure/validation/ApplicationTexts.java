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

package io.github.faultbook.autoconfigure.validation;

import java.text.MessageFormat;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalAmount;
import java.util.Date;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.support.DefaultMessageSourceResolvable;

/**
 * Renders the application's own texts for validation errors. Only these are patterns for
 * {@link MessageFormat}, as a text rendered by a validator may contain values sent by the
 * client. Arguments that are not plain values, or that clients must not see, are masked.
 */
final class ApplicationTexts {

	private final MessageSource messages;

	ApplicationTexts(MessageSource messages) {
		this.messages = messages;
	}

	/**
	 * Find the text for the codes of an error. Texts that cannot be rendered are ignored.
	 * @param error the error
	 * @param hidden whether clients must not see an argument that is a text
	 * @param locale the language of the text
	 * @return the text for the first code that has one, or {@code null} if there is none
	 */
	@Nullable String find(MessageSourceResolvable error, Predicate<String> hidden, Locale locale) {
		String[] codes = error.getCodes();
		if (codes == null) {
			return null;
		}
		for (String code : codes) {
			try {
				if (isText(this.messages.getMessage(code, null, null, locale), code)) {
					return this.messages.getMessage(code, visible(error.getArguments(), hidden), null, locale);
				}
			}
			catch (RuntimeException ex) {
				// Try the next code, whose text may be well-formed
			}
		}
		return null;
	}

	private static boolean isText(@Nullable String text, String code) {
		// A message source can be configured to return the code if it has no text
		return text != null && !text.equals(code);
	}

	/**
	 * Render a text that the application passed to its validator.
	 * @param pattern the text
	 * @param arguments the values of its placeholders, or {@code null} if it has none
	 * @param hidden whether clients must not see an argument that is a text
	 * @param locale the language of the text
	 * @return the rendered text, or the text itself if it is not a pattern
	 */
	String render(String pattern, Object @Nullable [] arguments, Predicate<String> hidden, Locale locale) {
		if (arguments == null || arguments.length == 0 || pattern.indexOf('{') < 0) {
			return pattern;
		}
		try {
			Object[] values = Stream.of(visible(arguments, hidden))
				.map((argument) -> (argument instanceof MessageSourceResolvable resolvable)
						? this.messages.getMessage(resolvable, locale) : argument)
				.toArray();
			return new MessageFormat(pattern, locale).format(values);
		}
		catch (RuntimeException ex) {
			return pattern;
		}
	}

	private static Object[] visible(Object @Nullable [] arguments, Predicate<String> hidden) {
		return (arguments != null) ? Stream.of(arguments).map((argument) -> visible(argument, hidden)).toArray()
				: new Object[0];
	}

	private static @Nullable Object visible(@Nullable Object argument, Predicate<String> hidden) {
		if (argument instanceof MessageSourceResolvable resolvable) {
			String text = Objects.requireNonNullElse(resolvable.getDefaultMessage(), "");
			return hidden.test(text) ? RejectedValues.MASK : new LiteralArgument(resolvable.getCodes(), text);
		}
		if (argument instanceof CharSequence text) {
			return hidden.test(text.toString()) ? RejectedValues.MASK : text;
		}
		boolean plain = argument == null || argument instanceof Number || argument instanceof Boolean
				|| argument instanceof Character || argument instanceof Enum<?> || argument instanceof TemporalAccessor
				|| argument instanceof TemporalAmount || argument instanceof Date || argument instanceof UUID;
		return plain ? argument : RejectedValues.MASK;
	}

	/**
	 * The name of a field, or an attribute of a constraint, which the application may
	 * translate. As clients choose some names of fields, such as the keys of maps, the
	 * name itself is not a pattern.
	 */
	private static final class LiteralArgument extends DefaultMessageSourceResolvable {

		private static final long serialVersionUID = 1L;

		LiteralArgument(String @Nullable [] codes, String text) {
			super(codes, text);
		}

		@Override
		public boolean shouldRenderDefaultMessage() {
			return false;
		}

	}

}
