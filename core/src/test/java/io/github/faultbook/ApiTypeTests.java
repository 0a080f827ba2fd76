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
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ApiType}.
 */
class ApiTypeTests {

	@ParameterizedTest
	@MethodSource
	void namesTypesAsClientsDo(Class<?> type, String name) {
		assertThat(new ErrorDefinition.Parameter("value", type, "", null).typeName()).isEqualTo(name);
	}

	static List<Arguments> namesTypesAsClientsDo() {
		return List.of(Arguments.of(String.class, "string"), Arguments.of(StringBuilder.class, "string"),
				Arguments.of(Retry.class, "string"), Arguments.of(char.class, "string"),
				Arguments.of(int.class, "integer"), Arguments.of(Long.class, "integer"),
				Arguments.of(BigInteger.class, "integer"), Arguments.of(double.class, "number"),
				Arguments.of(BigDecimal.class, "number"), Arguments.of(AtomicInteger.class, "integer"),
				Arguments.of(boolean.class, "boolean"), Arguments.of(LocalDate.class, "date"),
				Arguments.of(Instant.class, "date-time"), Arguments.of(OffsetDateTime.class, "date-time"),
				Arguments.of(UUID.class, "uuid"), Arguments.of(URI.class, "uri"), Arguments.of(List.class, "array"),
				Arguments.of(int[].class, "array"), Arguments.of(Map.class, "object"),
				Arguments.of(Duration.class, "duration"), Arguments.of(Period.class, "duration"),
				Arguments.of(LocalTime.class, "time"), Arguments.of(Year.class, "year"),
				Arguments.of(YearMonth.class, "year-month"), Arguments.of(ZoneId.class, "time-zone"),
				Arguments.of(Currency.class, "currency"), Arguments.of(Locale.class, "language"),
				Arguments.of(byte[].class, "base64"), Arguments.of(Timestamp.class, "date-time"),
				Arguments.of(StringBuilder.class, "string"), Arguments.of(Object.class, "object"),
				Arguments.of(Thread.class, "object"));
	}

	@ParameterizedTest
	@EnumSource
	void takesItsOwnJavaTypeForItself(ApiType type) {
		assertThat(ApiType.find(type.javaType())).isEqualTo(type);
	}

	@Test
	void saysNothingAboutSubclassesWhoseFormMayDiffer() {
		assertThat(ApiType.find(StringBuilder.class)).isNull();
		assertThat(ApiType.find(Thread.class)).isNull();
		assertThat(ApiType.find(TreeMap.class)).isEqualTo(ApiType.OBJECT);
		assertThat(ApiType.find(HashSet.class)).isEqualTo(ApiType.ARRAY);
		assertThat(ApiType.find(int[].class)).isEqualTo(ApiType.ARRAY);
		assertThat(ApiType.find(Retry.class)).isEqualTo(ApiType.STRING);
	}

}
