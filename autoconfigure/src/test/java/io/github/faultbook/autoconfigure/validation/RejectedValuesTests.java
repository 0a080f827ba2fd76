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
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import io.github.faultbook.Violation.In;
import io.github.faultbook.pipeline.SensitiveNames;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RejectedValues} and {@link SensitiveNames}.
 */
class RejectedValuesTests {

	private final RejectedValues values = new RejectedValues(new SensitiveNames(List.of("Tax-Number", "vat")), 10);

	static Stream<Arguments> shown() {
		return Stream.of(Arguments.of("abc", "abc"), Arguments.of("", ""), Arguments.of("0123456789", "0123456789"),
				Arguments.of("01234567890", "012345678…"), Arguments.of("01234567\uD83D\uDE00x", "01234567…"),
				Arguments.of('c', "c"), Arguments.of(7, 7), Arguments.of(7L, 7L), Arguments.of((short) 7, (short) 7),
				Arguments.of((byte) 7, (byte) 7), Arguments.of(true, true), Arguments.of(0.5, 0.5),
				Arguments.of(0.5F, 0.5F), Arguments.of(new BigDecimal("1.50"), new BigDecimal("1.50")),
				Arguments.of(BigInteger.TEN, BigInteger.TEN), Arguments.of(BigInteger.TEN.pow(10), "100000000…"),
				Arguments.of(TimeUnit.DAYS, "DAYS"), Arguments.of(LocalDate.EPOCH, "1970-01-01"),
				Arguments.of(YearMonth.of(2000, 1), "2000-01"), Arguments.of(Duration.ofHours(1), "PT1H"),
				Arguments.of(new Date(0), new Date(0).toString().substring(0, 9) + "…"),
				Arguments.of(new UUID(0, 0), "00000000-…"));
	}

	@ParameterizedTest
	@MethodSource
	void shown(Object value, Object shown) {
		assertThat(this.values.show(value, In.BODY, List.of("email", 0))).isEqualTo(shown);
	}

	static Stream<Arguments> notShown() {
		return Stream
			.of(null, new Object(), List.of("a"), Map.of("a", "b"), new String[] { "a" }, new byte[] { 1 },
					new AtomicInteger(7), new StringBuilder("a"))
			.map((value) -> Arguments.of(value));
	}

	@ParameterizedTest
	@MethodSource
	void notShown(@Nullable Object value) {
		assertThat(this.values.show(value, In.BODY, List.of("email"))).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "password", "Password", "newPassword", "password_confirmation", "PASSWORD", "pass-word",
			"passwd", "clientSecret", "token", "access_token", "X-Api-Key", "apikey", "card", "cardNumber",
			"creditcard", "cvv", "CVC", "cvvCode", "pin", "userPin", "pin_code", "PIN", "iban", "Authorization", "pan",
			"taxNumber", "customerTaxNumber", "vat", "vatId" })
	void masked(String name) {
		assertThat(this.values.show("s3cr3t", In.BODY, List.of("order", name, 0))).isEqualTo("***");
	}

	@ParameterizedTest
	@ValueSource(strings = { "email", "shipping", "company", "opinion", "quantity", "passport", "private", "", "0" })
	void notMasked(String name) {
		assertThat(this.values.show("s3cr3t", In.BODY, List.of("order", name, 0))).isEqualTo("s3cr3t");
	}

	@ParameterizedTest
	@ValueSource(strings = { "theme", "id" })
	void cookiesAreMasked(String name) {
		assertThat(this.values.show("s3cr3t", In.COOKIE, List.of(name))).isEqualTo("***");
	}

}
