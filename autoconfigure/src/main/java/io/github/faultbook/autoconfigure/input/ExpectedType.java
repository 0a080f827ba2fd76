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

package io.github.faultbook.autoconfigure.input;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.net.URL;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Calendar;
import java.util.Currency;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TimeZone;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * What a value must be, in the words of an API.
 *
 * @param name the name of the type, those of JSON Schema where it has one, or
 * {@code null} if only the choices tell
 * @param choices the values to choose from, empty if there are too many to list
 */
record ExpectedType(@Nullable String name, List<String> choices) {

	static final ExpectedType OBJECT = new ExpectedType("object", List.of());

	/**
	 * A type that has no word.
	 */
	static final ExpectedType UNKNOWN = new ExpectedType(null, List.of());

	private static final Map<Class<?>, ExpectedType> SIMPLE = simple();

	private static Map<Class<?>, ExpectedType> simple() {
		Map<Class<?>, ExpectedType> types = new HashMap<>();
		put(types, "integer", byte.class, Byte.class, short.class, Short.class, int.class, Integer.class, long.class,
				Long.class, BigInteger.class, AtomicInteger.class, AtomicLong.class, OptionalInt.class,
				OptionalLong.class);
		put(types, "number", float.class, Float.class, double.class, Double.class, BigDecimal.class, Number.class,
				OptionalDouble.class);
		put(types, "boolean", boolean.class, Boolean.class);
		put(types, "string", String.class, CharSequence.class, char.class, Character.class);
		put(types, "uuid", UUID.class);
		put(types, "date", LocalDate.class);
		put(types, "date-time", LocalDateTime.class, Instant.class, OffsetDateTime.class, ZonedDateTime.class,
				Date.class, Calendar.class);
		put(types, "time", LocalTime.class, OffsetTime.class);
		put(types, "duration", Duration.class, Period.class);
		put(types, "year", Year.class);
		put(types, "year-month", YearMonth.class);
		put(types, "month-day", MonthDay.class);
		put(types, "time-zone", ZoneId.class, ZoneOffset.class, TimeZone.class);
		put(types, "uri", URI.class, URL.class);
		put(types, "language", Locale.class);
		put(types, "currency", Currency.class);
		put(types, "base64", byte[].class);
		put(types, "object", Object.class);
		return types;
	}

	private static void put(Map<Class<?>, ExpectedType> types, String name, Class<?>... classes) {
		ExpectedType expected = new ExpectedType(name, List.of());
		Stream.of(classes).forEach((type) -> types.put(type, expected));
	}

	/**
	 * Return the word for a type.
	 * @param type the type, or {@code null} if it is not known
	 * @return the word; the names of the constants for an enum, {@link #UNKNOWN} for a
	 * class that says nothing about the form of its values
	 */
	static ExpectedType of(@Nullable Class<?> type) {
		ExpectedType simple = SIMPLE.get(type);
		if (simple != null || type == null) {
			return (simple != null) ? simple : UNKNOWN;
		}
		if (type.isEnum()) {
			return new ExpectedType(null,
					Stream.of(type.getEnumConstants()).map((constant) -> ((Enum<?>) constant).name()).toList());
		}
		if (type.isArray() || Iterable.class.isAssignableFrom(type)) {
			return new ExpectedType("array", List.of());
		}
		return Map.class.isAssignableFrom(type) ? OBJECT : UNKNOWN;
	}

}
