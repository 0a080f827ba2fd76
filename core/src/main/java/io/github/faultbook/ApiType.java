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

package io.github.faultbook;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URL;
import java.nio.file.Path;
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
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TimeZone;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import org.jspecify.annotations.Nullable;

/**
 * The type of a value as clients know it. If JSON Schema has a name for a type or for its
 * format, that name is used.
 */
public enum ApiType {

	/**
	 * Text.
	 */
	STRING("example", String.class, CharSequence.class, Character.class, char.class, Enum.class),

	/**
	 * Whole number.
	 */
	INTEGER(1, Long.class, long.class, Integer.class, int.class, Short.class, short.class, Byte.class, byte.class,
			BigInteger.class, AtomicInteger.class, AtomicLong.class, OptionalInt.class, OptionalLong.class),

	/**
	 * Number.
	 */
	NUMBER(1, BigDecimal.class, Double.class, double.class, Float.class, float.class, Number.class,
			OptionalDouble.class),

	/**
	 * True or false.
	 */
	BOOLEAN(true, Boolean.class, boolean.class),

	/**
	 * Date.
	 */
	DATE("2026-01-31", LocalDate.class),

	/**
	 * Date and time.
	 */
	DATE_TIME("2026-01-31T12:00:00Z", OffsetDateTime.class, Instant.class, ZonedDateTime.class, LocalDateTime.class,
			Date.class, Calendar.class),

	/**
	 * Time of day.
	 */
	TIME("12:00:00", LocalTime.class, OffsetTime.class),

	/**
	 * Duration in the notation of ISO 8601.
	 */
	DURATION("PT1H", java.time.Duration.class, Period.class),

	/**
	 * Year.
	 */
	YEAR(2026, Year.class),

	/**
	 * Month of a year.
	 */
	YEAR_MONTH("2026-01", YearMonth.class),

	/**
	 * Day of any year.
	 */
	MONTH_DAY("--01-31", MonthDay.class),

	/**
	 * Time zone.
	 */
	TIME_ZONE("UTC", ZoneId.class, ZoneOffset.class, TimeZone.class),

	/**
	 * UUID.
	 */
	UUID("00000000-0000-4000-8000-000000000000", java.util.UUID.class),

	/**
	 * URI.
	 */
	URI("https://example.com", java.net.URI.class, URL.class),

	/**
	 * Language tag.
	 */
	LANGUAGE("en", Locale.class),

	/**
	 * Currency code in the notation of ISO 4217.
	 */
	CURRENCY("EUR", java.util.Currency.class),

	/**
	 * Bytes in Base64.
	 */
	BASE64("ZXhhbXBsZQ==", byte[].class),

	/**
	 * List.
	 */
	ARRAY(List.of(), List.class, Collection.class, Iterable.class),

	/**
	 * JSON object.
	 */
	OBJECT(Map.of(), Map.class, Object.class);

	private static final Map<Class<?>, ApiType> TYPES = new HashMap<>();

	static {
		for (ApiType type : values()) {
			for (Class<?> javaType : type.javaTypes) {
				TYPES.put(javaType, type);
			}
		}
	}

	private final Object example;

	private final List<Class<?>> javaTypes;

	ApiType(Object example, Class<?>... javaTypes) {
		this.example = example;
		this.javaTypes = List.of(javaTypes);
	}

	/**
	 * Return the name of this type for clients.
	 * @return the name in lower case with hyphens, such as {@code date-time}
	 */
	public String word() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/**
	 * Return the Java class that usually holds such values.
	 * @return the class
	 */
	public Class<?> javaType() {
		return this.javaTypes.get(0);
	}

	/**
	 * Return an example for documentation.
	 * @return the JSON value: a text, a number, a boolean, a list or a map
	 */
	public Object example() {
		return this.example;
	}

	/**
	 * Return the type of the values of a class. If the class itself is not known, its
	 * superclasses and interfaces determine the type.
	 * @param javaType the class
	 * @return the type, or {@link #OBJECT} if nothing is known about the class
	 */
	public static ApiType of(Class<?> javaType) {
		ApiType known = find(javaType);
		if (known != null) {
			return known;
		}
		for (ApiType candidate : values()) {
			if (candidate.javaTypes.stream().anyMatch((general) -> general.isAssignableFrom(javaType))) {
				return candidate;
			}
		}
		return OBJECT;
	}

	/**
	 * Find the type of the values of a class that always have the same form in JSON.
	 * Unlike {@link #of(Class)}, this says nothing about subclasses of the known classes,
	 * as their form may differ.
	 * @param javaType the class
	 * @return the type, or {@code null} if the form of the values is not known
	 */
	public static @Nullable ApiType find(Class<?> javaType) {
		ApiType known = TYPES.get(javaType);
		if (known != null) {
			return known;
		}
		if (javaType.isEnum()) {
			return STRING;
		}
		if (Path.class.isAssignableFrom(javaType)) {
			// Iterable, but not a list
			return null;
		}
		if (javaType.isArray() || Iterable.class.isAssignableFrom(javaType)) {
			return ARRAY;
		}
		return Map.class.isAssignableFrom(javaType) ? OBJECT : null;
	}

}
