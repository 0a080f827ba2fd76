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

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalAmount;
import java.util.Collection;
import java.util.Date;
import java.util.UUID;

import io.github.faultbook.Violation.In;
import io.github.faultbook.pipeline.SensitiveNames;
import org.jspecify.annotations.Nullable;

/**
 * Determines which rejected values clients may see: plain values, cut to a maximum
 * length, unless a name on the path is sensitive.
 */
final class RejectedValues {

	static final String MASK = "***";

	private final SensitiveNames sensitive;

	private final int maxLength;

	RejectedValues(SensitiveNames sensitive, int maxLength) {
		this.sensitive = sensitive;
		this.maxLength = maxLength;
	}

	/**
	 * Return the presentation of a value.
	 * @param value the rejected value
	 * @param in the part of the request that held it
	 * @param names all names of the value, for clients and in Java
	 * @return a text, number or boolean, or {@code null} to show nothing
	 */
	@Nullable Object show(@Nullable Object value, In in, Collection<?> names) {
		Object plain = plain(value);
		if (plain == null) {
			return null;
		}
		// Cookies usually hold sessions
		return (in == In.COOKIE || names.stream().anyMatch((name) -> this.sensitive.contains(name.toString()))) ? MASK
				: plain;
	}

	private @Nullable Object plain(@Nullable Object value) {
		if (value instanceof Integer || value instanceof Long || value instanceof Short || value instanceof Byte
				|| value instanceof Boolean) {
			return value;
		}
		if (value instanceof Enum<?> constant) {
			return cut(constant.name());
		}
		if (value instanceof BigDecimal || value instanceof BigInteger || value instanceof Double
				|| value instanceof Float) {
			String text = value.toString();
			return (text.length() <= this.maxLength) ? value : cut(text);
		}
		boolean text = value instanceof String || value instanceof Character || value instanceof UUID
				|| value instanceof Date || ((value instanceof TemporalAccessor || value instanceof TemporalAmount)
						&& value.getClass().getName().startsWith("java.time."));
		return text ? cut(value.toString()) : null;
	}

	private String cut(String text) {
		if (text.length() <= this.maxLength) {
			return text;
		}
		int end = this.maxLength - 1;
		return text.substring(0, (end > 0 && Character.isHighSurrogate(text.charAt(end - 1))) ? end - 1 : end) + "…";
	}

}
