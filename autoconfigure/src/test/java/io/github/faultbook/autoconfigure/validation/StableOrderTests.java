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

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.github.faultbook.ApiError;
import io.github.faultbook.autoconfigure.PlainRequest;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Valid;
import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import org.hibernate.validator.HibernateValidator;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.support.StaticMessageSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the order of violations, which must be the same after every start. Validators
 * report violations in the order of identity hash codes, which differ in each virtual
 * machine.
 */
@Tag("slow")
class StableOrderTests {

	private static final List<String> EXPECTED = List.of("[code] NotBlank", "[code] Pattern ascii", "[code] Pattern az",
			"[code] Size", "[amount] Min", "[amount] Positive", "[mails, 0] Email", "[mails, 0] Size",
			"[lines, 0, code] NotBlank", "[lines, 0, amount] Min", "[lines, 1, code] NotBlank",
			"[lines, 1, amount] Min", "[prices, a] Digits", "[prices, a] Positive", "[prices, b] Digits",
			"[prices, b] Positive");

	@Test
	void orderIsTheSameInTenVirtualMachines() throws Exception {
		List<Process> processes = new ArrayList<>();
		for (int i = 0; i < 10; i++) {
			processes.add(start(i));
		}
		for (Process process : processes) {
			assertThat(read(process)).isEqualTo(EXPECTED);
		}
	}

	private static Process start(int number) throws IOException {
		return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx96m", "-cp", System.getProperty("java.class.path"),
				Program.class.getName(), String.valueOf(number * 97))
			.redirectError(ProcessBuilder.Redirect.DISCARD)
			.start();
	}

	private static List<String> read(Process process) throws IOException {
		// Ignore the log of the validator
		return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines()
			.filter((line) -> line.startsWith("["))
			.toList();
	}

	record Line(@NotBlank(message = "NotBlank") String code, @Min(value = 1, message = "Min") int amount) {

	}

	record Order(
			@Size(min = 3, message = "Size") @Pattern(regexp = "[a-z]+", message = "Pattern az") @NotBlank(
					message = "NotBlank") @Pattern(regexp = "[!-~]+", message = "Pattern ascii") String code,
			@Positive(message = "Positive") @Min(value = 1, message = "Min") int amount,
			List<@Size(min = 3, message = "Size") @Email(message = "Email") String> mails, List<@Valid Line> lines,
			Map<String, @Positive(message = "Positive") @Digits(integer = 1, fraction = 0,
					message = "Digits") Integer> prices) {

	}

	/**
	 * Validates one object and prints its violations in order.
	 */
	public static final class Program {

		private Program() {
		}

		public static void main(String[] arguments) {
			// Advance the sequence of hash codes
			IntStream.range(0, Integer.parseInt(arguments[0])).forEach((i) -> Objects.hash(new Object()));
			Order order = new Order("", 0, List.of("x"), List.of(new Line("", 0), new Line("", 0)),
					Map.of("b", -10, "a", -10));
			ClientNames names = new ClientNames(JsonMapper.shared());
			ConstraintViolationErrorResolver resolver = new ConstraintViolationErrorResolver(
					new InputOrigins(names, true), PlainReader.of(names, new StaticMessageSource()));
			try (ValidatorFactory factory = Validation.byProvider(HibernateValidator.class)
				.configure()
				.defaultLocale(Locale.ENGLISH)
				.messageInterpolator(new ParameterMessageInterpolator())
				.buildValidatorFactory()) {
				ApiError error = Objects.requireNonNull(resolver.resolve(
						new ConstraintViolationException(factory.getValidator().validate(order)), new PlainRequest()));
				System.out.println(error.violations()
					.stream()
					.map((violation) -> violation.path() + " " + violation.message())
					.collect(Collectors.joining("\n")));
			}
		}

	}

}
