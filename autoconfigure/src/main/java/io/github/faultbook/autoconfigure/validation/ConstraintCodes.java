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

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The field codes of constraints, by the simple name of the annotation.
 */
final class ConstraintCodes {

	static final String OTHER = "invalid_value";

	private static final Map<String, String> CODES = Stream
		.of(Map.entry("required", "NotNull NotBlank NotEmpty"), Map.entry("invalid_format",
				"Email Pattern Digits Currency URL UUID EAN ISBN CreditCardNumber LuhnCheck Mod10Check Mod11Check "
						+ "KorRRN CPF CNPJ TituloEleitoral NIP PESEL REGON INN BitcoinAddress " + "typeMismatch"),
				Map.entry("out_of_range",
						"Min Max DecimalMin DecimalMax Positive PositiveOrZero Negative NegativeOrZero Range Past "
								+ "PastOrPresent Future FutureOrPresent DurationMin DurationMax"),
				Map.entry("invalid_length", "Size Length CodePointLength"))
		.flatMap((entry) -> Stream.of(entry.getValue().split(" ")).map((name) -> Map.entry(name, entry.getKey())))
		.collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

	private ConstraintCodes() {
	}

	static String of(String constraint) {
		return CODES.getOrDefault(constraint, OTHER);
	}

}
