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
import java.net.URI;
import java.net.URL;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * The names that clients have for Java types: those of JSON Schema and its formats.
 */
final class ApiTypes {

	private static final Map<Class<?>, String> NAMES = names();

	private ApiTypes() {
	}

	private static Map<Class<?>, String> names() {
		Map<Class<?>, String> names = new LinkedHashMap<>();
		for (Class<?> type : new Class<?>[] { Byte.class, byte.class, Short.class, short.class, Integer.class,
				int.class, Long.class, long.class, BigInteger.class }) {
			names.put(type, "integer");
		}
		for (Class<?> type : new Class<?>[] { Number.class, Float.class, float.class, Double.class, double.class,
				BigDecimal.class }) {
			names.put(type, "number");
		}
		for (Class<?> type : new Class<?>[] { CharSequence.class, Enum.class, Character.class, char.class }) {
			names.put(type, "string");
		}
		for (Class<?> type : new Class<?>[] { Instant.class, LocalDateTime.class, OffsetDateTime.class,
				ZonedDateTime.class, Date.class }) {
			names.put(type, "date-time");
		}
		names.put(LocalDate.class, "date");
		names.put(Boolean.class, "boolean");
		names.put(boolean.class, "boolean");
		names.put(UUID.class, "uuid");
		names.put(URI.class, "uri");
		names.put(URL.class, "uri");
		names.put(Collection.class, "array");
		return names;
	}

	static String nameOf(Class<?> type) {
		if (type.isArray()) {
			return "array";
		}
		String name = NAMES.get(type);
		if (name != null) {
			return name;
		}
		return NAMES.entrySet()
			.stream()
			.filter((entry) -> entry.getKey().isAssignableFrom(type))
			.map(Map.Entry::getValue)
			.findFirst()
			.orElse("object");
	}

}
