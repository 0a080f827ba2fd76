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
import java.util.Arrays;
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
import io.github.faultbook.autoconfigure.input.ApplicationCauses;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.core.MethodParameter;
import org.springframework.util.ReflectionUtils;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindException;
import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;
import org.springframework.validation.beanvalidation.LocalValidatorFactoryBean;
import org.springframework.validation.beanvalidation.MethodValidationAdapter;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.annotation.HandlerMethodValidationException;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link BindingErrorResolver} and {@link ViolationList} with a real validator.
 */
class BindingErrorResolverTests {

	private final StaticMessageSource messages = new StaticMessageSource();

	private final ClientNames names = new ClientNames(JsonMapper.shared());

	private final BindingErrorResolver resolver = new BindingErrorResolver(new InputOrigins(this.names, false),
			PlainReader.of(this.names, this.messages), new ApplicationCauses(Stream::empty));

	private final LocalValidatorFactoryBean validator = new LocalValidatorFactoryBean();

	@BeforeEach
	void start() {
		LocaleContextHolder.setLocale(Locale.ENGLISH);
		this.validator.afterPropertiesSet();
	}

	@AfterEach
	void stop() {
		this.validator.close();
		LocaleContextHolder.resetLocaleContext();
	}

	@Test
	void otherExceptionIsNotKnown() {
		assertThat(this.resolver.resolve(new IllegalStateException(), new PlainRequest())).isNull();
	}

	@Test
	void fieldOfABodyHasItsJsonNameCodeAndLimits() {
		assertThat(body(new Item("x".repeat(6), 1))).containsExactly(new Violation(List.of("item_name"), In.BODY,
				"invalid_length", "size must be between 0 and 5", Map.of("max", 5)));
	}

	@Test
	void violationsComeAsTheFieldsAreDeclared() {
		assertThat(body(new Order(List.of(new Item(null, 0)), Set.of(new Item(null, 1)), null)))
			.extracting(Violation::path)
			.containsExactly(List.of("items", 0, "item_name"), List.of("items", 0, "amount"),
					List.of("extras", "item_name"), List.of("a_mail"));
	}

	@Test
	void violationsOfElementsComeInTheOrderOfTheirPositions() {
		assertThat(body(new Order(Collections.nCopies(12, new Item("a", 0)), Set.of(), "x")))
			.extracting((violation) -> violation.path().get(1))
			.containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
	}

	@Test
	void violationsOfAFormComeInTheOrderOfTheirPositions() {
		BindException exception = new BindException(new Object(), "form");
		Stream.of("items[10]", "items[9]", "items[0]")
			.forEach((field) -> exception.addError(new FieldError("form", field, "is wrong")));
		assertThat(violations(exception)).containsExactly(
				Violation.of(In.FORM, "items[0]", "invalid_value", "is wrong"),
				Violation.of(In.FORM, "items[9]", "invalid_value", "is wrong"),
				Violation.of(In.FORM, "items[10]", "invalid_value", "is wrong"));
	}

	@Test
	void formOfARequestWithoutBodyIsItsQuery() {
		BindException exception = new BindException(new Object(), "form");
		exception.addError(new FieldError("form", "page", "is wrong"));
		assertThat(withoutNames(this.resolver.resolve(exception, new PlainRequest("GET", "/"))))
			.containsExactly(Violation.of(In.QUERY, "page", "invalid_value", "is wrong"));
	}

	@Test
	void rejectedValueOfAFailedConversionIsNotEchoed() {
		BindException exception = new BindException(new Object(), "form");
		exception.addError(new FieldError("form", "page", "secret", true, new String[] { "typeMismatch" }, null,
				"Failed to convert 'secret' to java.lang.Integer"));
		assertThat(violations(exception, CommonError.INVALID_REQUEST))
			.containsExactly(Violation.of(In.FORM, "page", "invalid_format", "has the wrong type or format"));
	}

	@Test
	void failedConversionBesidesAnotherFailureIsAValidationError() {
		BindException exception = new BindException(new Object(), "form");
		exception.addError(new FieldError("form", "page", "secret", true, new String[] { "typeMismatch" }, null, null));
		exception.addError(new FieldError("form", "term", "is odd"));
		assertThat(violations(exception)).hasSize(2);
	}

	@Test
	void errorWithoutAnArgumentHasThePlaceOfAForm() {
		BindingResult result = new BeanPropertyBindingResult(new Item("a", 1), "item");
		result.rejectValue("name", "odd", "is odd");
		for (MethodParameter parameter : Arrays.asList(new MethodParameter(method("answer"), -1), null)) {
			assertThat(violations(new MethodArgumentNotValidException(parameter, result)))
				.containsExactly(Violation.of(In.FORM, "name", "odd", "is odd"));
		}
	}

	@Test
	void errorWithoutMessageHasOne() {
		BindException exception = new BindException(new Object(), "form");
		exception.rejectValue(null, "odd");
		assertThat(violations(exception))
			.containsExactly(new Violation(List.of(), In.FORM, "odd", "is not valid", Map.of()));
	}

	@Test
	void messageIsThatOfTheLanguage() {
		this.messages.addMessage("odd", Locale.GERMAN, "ist ungerade");
		BindException exception = new BindException(new Object(), "form");
		exception.reject("odd", "is odd");
		assertThat(this.resolver.resolve(exception, new PlainRequest("POST", "/", Locale.GERMAN)).violations())
			.extracting(Violation::message)
			.containsExactly("ist ungerade");
	}

	@Test
	void failuresOfParametersAndBodyComeTogether() {
		assertThat(violations(invalid("search", 0, new Item(null, 1)))).containsExactly(
				new Violation(List.of("p"), In.QUERY, "out_of_range", "must be greater than or equal to 1",
						Map.of("min", 1L)),
				new Violation(List.of("item_name"), In.BODY, "required", "must not be null", Map.of()));
	}

	@Test
	void elementOfABodyThatIsAListHasItsPosition() {
		assertThat(violations(invalid("create", List.of(new Item("a", 1), new Item(null, 1)))))
			.containsExactly(new Violation(List.of(1, "item_name"), In.BODY, "required", "must not be null", Map.of()));
	}

	@Test
	void valueOfABodyThatIsAMapHasItsKey() {
		assertThat(violations(invalid("rename", Map.of("a.b", new Item(null, 1))))).containsExactly(
				new Violation(List.of("a.b", "item_name"), In.BODY, "required", "must not be null", Map.of()));
	}

	@Test
	void elementOfAParameterHasItsPosition() {
		assertThat(violations(invalid("select", List.of(1, 0)))).containsExactly(new Violation(List.of("ids", 1),
				In.QUERY, "out_of_range", "must be greater than or equal to 1", Map.of("min", 1L)));
	}

	@Test
	void violationNamesTheObjectAndTheConstraint() {
		BindException exception = new BindException(new Object(), "form");
		exception.addError(new FieldError("form", "page", "secret", true, new String[] { "typeMismatch" }, null, null));
		exception.reject("odd", "is odd");
		exception.addError(new ObjectError("form", "is wrong"));
		ApiError form = this.resolver.resolve(exception, new PlainRequest());
		assertThat(form.violations()).extracting(Violation::object).containsOnly("form");
		assertThat(form.violations()).extracting(Violation::constraint).containsExactly(null, "odd", "typeMismatch");
		ApiError parameters = this.resolver.resolve(invalid("search", 0, new Item(null, 1)), new PlainRequest());
		assertThat(parameters.violations()).extracting(Violation::object).containsExactly(null, "item");
		assertThat(parameters.violations()).extracting(Violation::constraint).containsExactly("Min", "NotNull");
	}

	@Test
	void textOfAnExceptionOfAConstructorIsNotSent() {
		BindException exception = new BindException(new BeanPropertyBindingResult(new Item("a", 1), "form"));
		exception.addError(new ObjectError(Item.class.getName(),
				"Parameter specified as non-null is null: method " + Item.class.getName() + ".<init>, parameter name"));
		assertThat(violations(exception, CommonError.INVALID_REQUEST))
			.containsExactly(Violation.of(In.FORM, "name", "required", "is required"));
	}

	@Test
	void textOfAnUnknownExceptionOfAConstructorIsNotSent() {
		BindException exception = new BindException(new BeanPropertyBindingResult(new Item("a", 1), "form"));
		exception.addError(new ObjectError("com.acme.Owner", "secret"));
		exception.addError(new ObjectError(Item.class.getName(), "secret"));
		assertThat(violations(exception, CommonError.INVALID_REQUEST)).hasSize(2)
			.containsOnly(Violation.of(In.FORM, "", "invalid_value", "is not valid"));
	}

	@Test
	void textOfTheApplicationWithoutACodeIsSent() {
		BindException exception = new BindException(new Object(), "form");
		exception.addError(new ObjectError("global", "is taken"));
		exception.addError(new ObjectError("form", "is {0}"));
		assertThat(violations(exception)).extracting(Violation::message).containsExactly("is taken", "is {0}");
	}

	@Test
	void returnValueIsNotKnown() {
		Method method = method("answer");
		HandlerMethodValidationException exception = new HandlerMethodValidationException(
				new MethodValidationAdapter(this.validator.getValidator()).validateReturnValue(new Shop(), method,
						new MethodParameter(method, -1), null, new Class<?>[0]));
		assertThat(this.resolver.resolve(exception, new PlainRequest())).isNull();
	}

	private List<Violation> body(Object body) {
		String name = (body instanceof Item) ? "change" : "order";
		BindingResult result = new BeanPropertyBindingResult(body, "body");
		this.validator.validate(body, result);
		return violations(new MethodArgumentNotValidException(new MethodParameter(method(name), 0), result));
	}

	private HandlerMethodValidationException invalid(String name, Object... arguments) {
		Method method = method(name);
		return new HandlerMethodValidationException(new MethodValidationAdapter(this.validator.getValidator())
			.validateArguments(new Shop(), method, null, arguments, new Class<?>[0]));
	}

	private List<Violation> violations(Exception exception) {
		return violations(exception, CommonError.VALIDATION_ERROR);
	}

	private List<Violation> violations(Exception exception, CommonError code) {
		ApiError error = this.resolver.resolve(exception, new PlainRequest());
		assertThat(error.errorCode()).isEqualTo(code);
		return withoutNames(error);
	}

	private static List<Violation> withoutNames(ApiError error) {
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
			@JsonProperty("a_mail") @NotNull @Nullable String mail) {

	}

	static class Shop {

		void search(@RequestParam("p") @Min(1) int page, @RequestBody @Valid Item item) {
		}

		void change(@RequestBody @Valid Item item) {
		}

		void order(@RequestBody @Valid Order order) {
		}

		void rename(@RequestBody Map<String, @Valid Item> items) {
		}

		void select(@RequestParam("ids") List<@Min(1) Integer> ids) {
		}

		void create(@RequestBody List<@Valid Item> items) {
		}

		@NotNull
		String answer() {
			return "";
		}

	}

}
