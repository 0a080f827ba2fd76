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

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.faultbook.ApiError;
import io.github.faultbook.CommonError;
import io.github.faultbook.Violation;
import io.github.faultbook.Violation.In;
import io.github.faultbook.autoconfigure.PlainRequest;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Valid;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.hibernate.validator.HibernateValidator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.support.StaticMessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.util.ReflectionUtils;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/**
 * Tests for {@link ConstraintViolationErrorResolver} with a real validator.
 */
class ConstraintViolationErrorResolverTests {

	private static ValidatorFactory factory;

	private final ConstraintViolationErrorResolver resolver = resolver(true);

	private static ConstraintViolationErrorResolver resolver(boolean services) {
		ClientNames names = new ClientNames(JsonMapper.shared());
		return new ConstraintViolationErrorResolver(new InputOrigins(names, services),
				PlainReader.of(names, new StaticMessageSource()));
	}

	@BeforeAll
	static void createFactory() {
		factory = Validation.byProvider(HibernateValidator.class)
			.configure()
			.defaultLocale(Locale.ENGLISH)
			.buildValidatorFactory();
	}

	@AfterAll
	static void closeFactory() {
		factory.close();
	}

	@Test
	void otherExceptionIsNotKnown() {
		assertThat(this.resolver.resolve(new IllegalStateException(), new PlainRequest())).isNull();
	}

	@Test
	void exceptionWithoutViolationsIsAValidationFailure() {
		ApiError error = this.resolver.resolve(new ConstraintViolationException("secret", null), new PlainRequest());
		assertThat(error).usingRecursiveComparison().isEqualTo(ApiError.of(CommonError.VALIDATION_ERROR));
	}

	@Test
	void exceptionWithoutViolationsIsAFaultOfTheServerByDefault() {
		ApiError error = resolver(false).resolve(new ConstraintViolationException("secret", null), new PlainRequest());
		assertThat(error).usingRecursiveComparison().isEqualTo(ApiError.of(CommonError.INTERNAL_SERVER_ERROR));
	}

	@Test
	void objectThatNoHandlerTakesIsTheServersByDefault() {
		ConstraintViolationException exception = new ConstraintViolationException(
				factory.getValidator().validate(new Item(null, 0)));
		assertThat(resolver(false).resolve(exception, new PlainRequest())).usingRecursiveComparison()
			.isEqualTo(ApiError.of(CommonError.INTERNAL_SERVER_ERROR));
	}

	@Test
	void onlyTheFirstAreListedAndTheOthersCounted() {
		List<Item> items = Collections.nCopies(1_000, new Item(null, 0));
		ApiError error = this.resolver.resolve(
				new ConstraintViolationException(factory.getValidator().validate(new Order(items, Set.of(), null))),
				new PlainRequest());
		assertThat(error.omittedViolations()).isEqualTo(1_900);
		assertThat(error.violations()).extracting(Violation::path)
			.hasSize(100)
			.startsWith(List.of("items", 0, "item_name"), List.of("items", 0, "amount"))
			.endsWith(List.of("items", 49, "item_name"), List.of("items", 49, "amount"));
	}

	@Test
	void violationHasCodeMessageAndLimits() {
		assertThat(violations(new Item("x".repeat(6), 1))).containsExactly(new Violation(List.of("item_name"), In.BODY,
				"invalid_length", "size must be between 0 and 5", Map.of("max", 5)));
	}

	@Test
	void violationsOfABeanComeAsItsFieldsAreDeclared() {
		assertThat(paths(new Order(List.of(new Item(null, 0)), Set.of(), "no-mail")))
			.containsExactly(List.of("items", 0, "item_name"), List.of("items", 0, "amount"), List.of("a_mail"));
	}

	@Test
	void violationsOfElementsComeInTheOrderOfTheirPositions() {
		List<Item> items = Collections.nCopies(11, new Item("a", 0));
		assertThat(paths(new Order(items, Set.of(), null)))
			.startsWith(List.of("items", 0, "amount"), List.of("items", 1, "amount"), List.of("items", 2, "amount"))
			.endsWith(List.of("items", 10, "amount"));
	}

	@Test
	void elementOfASetHasNoPosition() {
		assertThat(paths(new Order(List.of(), Set.of(new Item(null, 1)), null)))
			.containsExactly(List.of("extras", "item_name"));
	}

	@Test
	void parametersAreNamedAsClientsSendThem() {
		assertThat(violations("find", "", -1, "x".repeat(9))).containsExactly(
				new Violation(List.of("q"), In.QUERY, "required", "must not be blank", Map.of()),
				new Violation(List.of("id"), In.PATH, "out_of_range", "must be greater than or equal to 0",
						Map.of("min", 0L)),
				new Violation(List.of("X-Tenant"), In.HEADER, "invalid_length", "size must be between 0 and 8",
						Map.of("max", 8)));
	}

	@Test
	void bodyThatIsAListIsNamedByItsElements() {
		List<Item> items = new ArrayList<>(Collections.nCopies(10, new Item("a", 1)));
		items.add(new Item(null, 1));
		assertThat(violations("create", items)).extracting(Violation::path, Violation::in)
			.containsExactly(tuple(List.of(10, "item_name"), In.BODY));
	}

	@Test
	void returnValueIsAFaultOfTheServer() {
		Method method = method("answer");
		ConstraintViolationException exception = new ConstraintViolationException(
				factory.getValidator().forExecutables().validateReturnValue(new Shop(), method, null));
		assertThat(this.resolver.resolve(exception, new PlainRequest())).usingRecursiveComparison()
			.isEqualTo(ApiError.of(CommonError.INTERNAL_SERVER_ERROR));
	}

	private List<List<Object>> paths(Object bean) {
		return violations(bean).stream().map(Violation::path).toList();
	}

	private List<Violation> violations(Object bean) {
		Validator validator = factory.getValidator();
		return resolve(new ConstraintViolationException(validator.validate(bean)));
	}

	private List<Violation> violations(String method, Object... arguments) {
		return resolve(new ConstraintViolationException(
				factory.getValidator().forExecutables().validateParameters(new Shop(), method(method), arguments)));
	}

	private List<Violation> resolve(ConstraintViolationException exception) {
		ApiError error = this.resolver.resolve(exception, new PlainRequest());
		assertThat(error.errorCode()).isEqualTo(CommonError.VALIDATION_ERROR);
		return error.violations()
			.stream()
			.map((violation) -> violation.object(null).constraint(null).template(null))
			.toList();
	}

	private static Method method(String name) {
		return Stream.of(ReflectionUtils.getDeclaredMethods(Shop.class))
			.filter((method) -> method.getName().equals(name))
			.findFirst()
			.orElseThrow();
	}

	record Item(@JsonProperty("item_name") @NotNull @Size(max = 5) @Nullable String name, @Min(1) @Max(9) int amount) {

	}

	record Order(List<@Valid Item> items, Set<@Valid Item> extras,
			@JsonProperty("a_mail") @Email @Nullable String mail) {

	}

	@Controller
	static class Shop {

		void find(@RequestParam("q") @NotBlank String query, @PathVariable("id") @Min(0) int id,
				@RequestHeader("X-Tenant") @Size(max = 8) String tenant) {
		}

		void create(@RequestBody List<@Valid Item> items) {
		}

		@NotNull
		String answer() {
			return "";
		}

	}

}
