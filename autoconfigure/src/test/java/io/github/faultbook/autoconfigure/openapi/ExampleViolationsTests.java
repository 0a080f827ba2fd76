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

package io.github.faultbook.autoconfigure.openapi;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.faultbook.Violation;
import io.github.faultbook.Violation.In;
import io.github.faultbook.autoconfigure.settings.FaultbookProperties;
import io.github.faultbook.autoconfigure.settings.FieldCodes;
import io.github.faultbook.format.ErrorExample;
import jakarta.servlet.ServletContext;
import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.Valid;
import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletPath;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.accept.ContentNegotiationManager;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ExampleViolations}.
 */
class ExampleViolationsTests {

	private final ExampleViolations examples = examples(Validation.buildDefaultValidatorFactory());

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "nothing |", "notValidated |",
			"body | BODY [buyer_email] invalid_format must be a well-formed email address; "
					+ "BODY [items, 0, qty] out_of_range must be greater than or equal to 1",
			"list | BODY [0, qty] out_of_range must be greater than or equal to 1",
			"map | BODY [prices, key] out_of_range must be less than or equal to 9",
			"self | BODY [name] required must not be null; BODY [next, name] required must not be null; "
					+ "BODY [next, next, name] required must not be null",
			"group | BODY [id] required must not be null",
			"parameters | QUERY [limit] out_of_range must be less than or equal to 100; "
					+ "PATH [order] invalid_format has the wrong format; HEADER [X-Ids] invalid_length size must be between 1 and 5",
			"elements | QUERY [tags, 0] required must not be blank", "cookie | COOKIE [sid] required must not be null",
			"composed | QUERY [sku] invalid_length size must be between 2 and 8; "
					+ "QUERY [lot] invalid_length size must be between 2 and 8",
			"form | QUERY [page] out_of_range must be greater than or equal to 1" })
	void nameTheFieldsOfTheOperation(String operation, @Nullable String expected) {
		assertThat(
				this.examples.create(handler(operation), ErrorExample.request("GET", "/"))
					.stream()
					.map((violation) -> "%s %s %s %s".formatted(violation.in(), violation.path(), violation.code(),
							violation.message())))
			.isEqualTo((expected != null) ? List.of(expected.split("; ")) : List.of());
	}

	@Test
	void haveTheLimits() {
		assertThat(this.examples.create(handler("form"), ErrorExample.request("POST", "/")))
			.containsExactly(new Violation(List.of("page"), In.FORM, "out_of_range",
					"must be greater than or equal to 1", Map.of("min", 1L)));
	}

	@Test
	void areNoneWithoutAValidator() {
		assertThat(examples(null).create(handler("form"), ErrorExample.request("GET", "/"))).isEmpty();
	}

	private static ExampleViolations examples(@Nullable ValidatorFactory validators) {
		StaticListableBeanFactory beans = new StaticListableBeanFactory();
		OperationStack stack = new ServletOperationStack(beans.getBeanProvider(RequestMappingHandlerMapping.class),
				beans.getBeanProvider(ContentNegotiationManager.class), beans.getBeanProvider(ServletContext.class),
				beans.getBeanProvider(DispatcherServletPath.class));
		return new ExampleViolations(stack, validators, JsonMapper.shared(), FieldCodes.NONE,
				new FaultbookProperties.Validation());
	}

	private static HandlerMethod handler(String operation) {
		return Arrays.stream(Operations.class.getDeclaredMethods())
			.filter((candidate) -> candidate.getName().equals(operation))
			.findFirst()
			.map((method) -> new HandlerMethod(new Operations(), method))
			.orElseThrow();
	}

	@SuppressWarnings("unused")
	static class Operations {

		void nothing(@RequestBody String text, @RequestParam int number) {
		}

		void notValidated(@RequestBody Order order) {
		}

		void body(@RequestBody @Valid Order order) {
		}

		void list(@RequestBody List<@Valid Item> items) {
		}

		void map(@RequestBody @Valid Prices prices) {
		}

		void self(@RequestBody @Valid Chain chain) {
		}

		void group(@RequestBody @Validated(Creation.class) Grouped grouped) {
		}

		void parameters(@RequestParam @Max(100) int limit, @PathVariable("order") @Pattern(regexp = "[a-z]+") String id,
				@RequestHeader("X-Ids") @Size(min = 1, max = 5) List<String> ids) {
		}

		void elements(@RequestParam List<@NotBlank String> tags) {
		}

		void cookie(@CookieValue("sid") @NotNull String session) {
		}

		void composed(@RequestParam @Sku String sku, @RequestParam @Sku String lot) {
		}

		void form(@ModelAttribute @Valid Page page) {
		}

	}

	record Order(@JsonProperty("buyer_email") @NotBlank @Email String email, @Valid List<Item> items,
			Optional<String> note) {

	}

	record Item(@JsonProperty("qty") @Min(1) int quantity) {

	}

	record Prices(Map<String, @Max(9) Integer> prices) {

	}

	record Chain(@NotNull String name, @Valid Chain next) {

	}

	record Grouped(@NotNull(groups = Creation.class) String id, @NotNull String name) {

	}

	record Page(@Min(1) int page) {

	}

	@Size(min = 2, max = 8)
	@Retention(RetentionPolicy.RUNTIME)
	@Constraint(validatedBy = {})
	@interface Sku {

		String message() default "is not a SKU";

		Class<?>[] groups() default {};

		Class<? extends Payload>[] payload() default {};

	}

	interface Creation {

	}

}
