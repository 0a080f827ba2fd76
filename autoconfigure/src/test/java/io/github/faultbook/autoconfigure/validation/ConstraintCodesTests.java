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

import java.lang.annotation.Annotation;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import io.github.faultbook.Violation;
import io.github.faultbook.Violation.In;
import io.github.faultbook.autoconfigure.FaultbookAutoConfiguration;
import io.github.faultbook.autoconfigure.settings.FaultbookProperties;
import io.github.faultbook.autoconfigure.settings.FaultbookSetup;
import io.github.faultbook.autoconfigure.settings.FieldCodes;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.hibernate.validator.HibernateValidator;
import org.hibernate.validator.constraints.CompositionType;
import org.hibernate.validator.constraints.ConstraintComposition;
import org.hibernate.validator.internal.engine.ConstraintViolationImpl;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.beans.MutablePropertyValues;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.validation.BindException;
import org.springframework.validation.DataBinder;
import org.springframework.validation.FieldError;
import org.springframework.validation.MapBindingResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/**
 * Tests for {@link ConstraintCodes} and {@link ConstraintAttributes} with constraints and
 * errors of an application.
 */
class ConstraintCodesTests {

	private static ValidatorFactory factory;

	private final ViolationDetails details = details(FieldCodes.NONE);

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

	static Stream<Arguments> constraints() {
		return Stream.of(Arguments.of("undeclared", "x", "invalid_value", Map.of()),
				Arguments.of("declared", "x", "iban_invalid", Map.of()),
				Arguments.of("declaredHere", "x", "supplier_iban", Map.of()),
				Arguments.of("declaredInAnotherCase", "x", "iban_not_valid", Map.of()),
				Arguments.of("declaredWithoutLetters", "x", "invalid_value", Map.of()),
				Arguments.of("sameName", "x", "invalid_value", Map.of("max", 5)),
				Arguments.of("limited", "x", "invalid_value", Map.of("steps", 3, "allowed", List.of("a", "b"))),
				Arguments.of("agreed", "x", "invalid_length", Map.of()),
				Arguments.of("agreed", null, "required", Map.of()),
				Arguments.of("disagreed", "x", "invalid_value", Map.of()),
				Arguments.of("disagreed", null, "required", Map.of()),
				Arguments.of("negated", "x", "invalid_value", Map.of()),
				Arguments.of("declaredForItsParts", "x", "bad_sku", Map.of()));
	}

	@ParameterizedTest
	@MethodSource("constraints")
	void constraintOfAnApplicationHasCodeAndLimits(String field, @Nullable String value, String code,
			Map<String, Object> attributes) {
		assertThat(read(this.details, Order.class, field, value))
			.containsExactly(new Violation(List.of(), In.BODY, code, "is wrong", attributes));
	}

	@Test
	void partsThatAreReportedAloneHaveCodesOfTheirOwn() {
		assertThat(read(this.details, Order.class, "apart", "x")).extracting(Violation::code)
			.containsExactlyInAnyOrder("invalid_length", "invalid_format");
	}

	@Test
	void violationWithoutAConstraintIsAnInvalidValue() {
		ConstraintViolation<Order> violation = ConstraintViolationImpl.forBeanValidation("is wrong", Map.of(), Map.of(),
				"is wrong", Order.class, null, null, "x", Collections::emptyIterator, null, null);
		InputFailure failure = InputFailure.of(violation);
		assertThat(this.details.codeFor(failure)).isEqualTo("invalid_value");
		assertThat(this.details.attributesOf(failure, List.of("a"), In.BODY, false)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "iban.wrong, iban_wrong", "ibanWrong, iban_wrong", "IBAN_WRONG, iban_wrong",
			"iban-2.wrong!, iban_2_wrong", "IbanWRONG, iban_wrong", "odd, odd", "required, required",
			"NotBlank, required", "Size, invalid_length", "typeMismatch, invalid_format",
			"methodInvocation, invalid_value", "42, invalid_value", "'', invalid_value", "...,invalid_value",
			"ungültig, ung_ltig" })
	void errorOfASpringValidatorHasItsOwnCode(String name, String code) {
		MapBindingResult errors = new MapBindingResult(Map.of(), "order");
		errors.rejectValue("iban", name, "is wrong");
		assertThat(this.details.codeFor(InputFailure.of(errors.getFieldError()))).isEqualTo(code);
	}

	@ParameterizedTest
	@CsvSource({ "Size, invalid_length", "Consistent, invalid_value" })
	void errorThatIsNotOfAnObjectHasTheCodeOfItsConstraint(String name, String code) {
		InputFailure failure = InputFailure
			.of(new DefaultMessageSourceResolvable(new String[] { name + ".shop#find", name }, "is wrong"));
		assertThat(this.details.codeFor(failure)).isEqualTo(code);
	}

	@Test
	void errorWithoutCodesIsAnInvalidValue() {
		InputFailure failure = InputFailure.of(new DefaultMessageSourceResolvable(null, "is wrong"));
		assertThat(this.details.codeFor(failure)).isEqualTo("invalid_value");
	}

	@Test
	void unknownConstantIsAnInvalidChoice() {
		DataBinder binder = new DataBinder(new Paint());
		binder.initDirectFieldAccess();
		binder.bind(new MutablePropertyValues(Map.of("color", "PINK", "layers", "two")));
		assertThat(binder.getBindingResult().getFieldErrors())
			.extracting(FieldError::getField, (error) -> this.details.codeFor(InputFailure.of(error)))
			.containsExactlyInAnyOrder(tuple("color", "invalid_choice"), tuple("layers", "invalid_format"));
	}

	static Stream<Arguments> codes() {
		String order = Order.class.getName();
		return Stream.of(Arguments.of("NotNull", Order.class, "plain", "missing"),
				Arguments.of("jakarta.validation.constraints.NotNull", Order.class, "plain", "missing"),
				Arguments.of(Declared.class.getName(), Order.class, "declared", "missing"),
				Arguments.of(order + ".plain.NotNull", Order.class, "plain", "missing"),
				Arguments.of(order + ".plain.NotNull", LargeOrder.class, "plain", "missing"),
				Arguments.of(order + ".plains.NotNull", Order.class, "plains", "missing"),
				Arguments.of(order + ".plain.jakarta.validation.constraints.NotNull", Order.class, "plain", "missing"),
				Arguments.of(order + ".declared." + Declared.class.getName(), Order.class, "declared", "missing"),
				Arguments.of(LargeOrder.class.getName() + ".plain.NotNull", Order.class, "plain", "required"),
				Arguments.of(order + ".declared.NotNull", Order.class, "plain", "required"),
				Arguments.of(order + ".plain.Size", Order.class, "plain", "required"));
	}

	@ParameterizedTest
	@MethodSource("codes")
	void applicationChoosesTheCodes(String key, Class<? extends Order> type, String field, String code) {
		runner("[" + key + "]=missing").run((context) -> assertThat(
				read(details(context.getBean(FaultbookSetup.class).fieldCodes()), type, field, invalid(field)))
			.extracting(Violation::code)
			.containsExactly(code));
	}

	@Test
	void codeOfAFieldCountsBeforeThatOfItsConstraint() {
		runner("NotNull=missing", "[" + Order.class.getName() + ".plain.NotNull]=plain_missing").run((context) -> {
			ViolationDetails own = details(context.getBean(FaultbookSetup.class).fieldCodes());
			assertThat(read(own, Order.class, "plain", null)).extracting(Violation::code)
				.containsExactly("plain_missing");
			assertThat(read(own, Order.class, "other", null)).extracting(Violation::code).containsExactly("missing");
		});
	}

	@Test
	void errorOfASpringValidatorHasTheCodeThatTheApplicationGivesToAConstraint() {
		runner("NotBlank=missing").run((context) -> {
			BindException errors = new BindException(new Paint(), "paint");
			errors.reject("NotBlank");
			assertThat(details(context.getBean(FaultbookSetup.class).fieldCodes())
				.codeFor(InputFailure.of(errors.getGlobalError()))).isEqualTo("missing");
		});
	}

	private static @Nullable Object invalid(String field) {
		return switch (field) {
			case "plain" -> null;
			case "plains" -> Collections.singletonList(null);
			default -> "x";
		};
	}

	private static ApplicationContextRunner runner(String... codes) {
		return new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(FaultbookAutoConfiguration.class))
			.withPropertyValues(
					Stream.of(codes).map((code) -> "faultbook.validation.codes." + code).toArray(String[]::new));
	}

	private static ViolationDetails details(FieldCodes codes) {
		return new ViolationDetails(codes, new FaultbookProperties.Validation());
	}

	private static List<Violation> read(ViolationDetails details, Class<? extends Order> type, String field,
			@Nullable Object value) {
		Order order = (type == Order.class) ? new Order() : new LargeOrder();
		try {
			Order.class.getDeclaredField(field).set(order, value);
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(ex);
		}
		Validator validator = factory.getValidator();
		return validator.validate(order)
			.stream()
			.filter((violation) -> violation.getPropertyPath().iterator().next().getName().equals(field))
			.map(InputFailure::of)
			.map((failure) -> new Violation(List.of(), In.BODY, details.codeFor(failure), "is wrong",
					details.attributesOf(failure, List.of(), In.BODY, false)))
			.toList();
	}

	static class Order {

		@Undeclared
		@Nullable String undeclared;

		@Declared
		@Nullable String declared;

		@Declared(code = "supplier_iban")
		@Nullable String declaredHere;

		@Declared(code = "IBAN not valid")
		@Nullable String declaredInAnotherCase;

		@Declared(code = "---")
		@Nullable String declaredWithoutLetters;

		@ConstraintCodesTests.Email(max = 5)
		@Nullable String sameName;

		@Limited(steps = 3, allowed = { "a", "b" }, secret = "s3cr3t")
		@Nullable String limited;

		@Agreed
		@Nullable String agreed = "abc";

		@Disagreed
		@Nullable String disagreed = "ABC";

		@Negated
		@Nullable String negated;

		@DeclaredForItsParts
		@Nullable String declaredForItsParts;

		@Apart
		@Nullable String apart;

		@NotNull
		@Nullable String plain = "";

		@NotNull
		@Nullable String other = "";

		List<@NotNull String> plains = List.of();

	}

	static class LargeOrder extends Order {

	}

	static class Paint {

		@Nullable Color color;

		int layers;

	}

	enum Color {

		RED

	}

	@Target(ElementType.FIELD)
	@Retention(RetentionPolicy.RUNTIME)
	@Constraint(validatedBy = Undeclared.Never.class)
	@interface Undeclared {

		class Never extends NeverValid<Undeclared> {

		}

		String message() default "is wrong";

		Class<?>[] groups() default {};

		Class<? extends Payload>[] payload() default {};

	}

	@Target(ElementType.FIELD)
	@Retention(RetentionPolicy.RUNTIME)
	@Constraint(validatedBy = Declared.Never.class)
	@interface Declared {

		class Never extends NeverValid<Declared> {

		}

		String code() default "iban_invalid";

		String message() default "is wrong";

		Class<?>[] groups() default {};

		Class<? extends Payload>[] payload() default {};

	}

	/**
	 * A constraint with the same name as a constraint of Jakarta Validation.
	 */
	@Target(ElementType.FIELD)
	@Retention(RetentionPolicy.RUNTIME)
	@Constraint(validatedBy = Email.Never.class)
	@interface Email {

		class Never extends NeverValid<Email> {

		}

		int max();

		String message() default "is wrong";

		Class<?>[] groups() default {};

		Class<? extends Payload>[] payload() default {};

	}

	@Target(ElementType.FIELD)
	@Retention(RetentionPolicy.RUNTIME)
	@Constraint(validatedBy = Limited.Never.class)
	@interface Limited {

		class Never extends NeverValid<Limited> {

		}

		int steps();

		long most() default Long.MAX_VALUE;

		int least() default Integer.MIN_VALUE;

		String[] allowed();

		String[] empty() default {};

		String secret();

		boolean strict() default true;

		Class<?> type() default String.class;

		String message() default "is wrong";

		Class<?>[] groups() default {};

		Class<? extends Payload>[] payload() default {};

	}

	@NotNull
	@Size(min = 3)
	@ReportAsSingleViolation
	@Target(ElementType.FIELD)
	@Retention(RetentionPolicy.RUNTIME)
	@Constraint(validatedBy = {})
	@interface Agreed {

		String message() default "is wrong";

		Class<?>[] groups() default {};

		Class<? extends Payload>[] payload() default {};

	}

	@NotBlank
	@Size(min = 3)
	@ReportAsSingleViolation
	@Target(ElementType.FIELD)
	@Retention(RetentionPolicy.RUNTIME)
	@Constraint(validatedBy = {})
	@interface Disagreed {

		String message() default "is wrong";

		Class<?>[] groups() default {};

		Class<? extends Payload>[] payload() default {};

	}

	@NotNull
	@ConstraintComposition(CompositionType.ALL_FALSE)
	@ReportAsSingleViolation
	@Target(ElementType.FIELD)
	@Retention(RetentionPolicy.RUNTIME)
	@Constraint(validatedBy = {})
	@interface Negated {

		String message() default "is wrong";

		Class<?>[] groups() default {};

		Class<? extends Payload>[] payload() default {};

	}

	@NotNull
	@Pattern(regexp = "[A-Z]+")
	@ReportAsSingleViolation
	@Target(ElementType.FIELD)
	@Retention(RetentionPolicy.RUNTIME)
	@Constraint(validatedBy = {})
	@interface DeclaredForItsParts {

		String code() default "bad_sku";

		String message() default "is wrong";

		Class<?>[] groups() default {};

		Class<? extends Payload>[] payload() default {};

	}

	@Size(min = 3)
	@Pattern(regexp = "[A-Z]+")
	@Target(ElementType.FIELD)
	@Retention(RetentionPolicy.RUNTIME)
	@Constraint(validatedBy = {})
	@interface Apart {

		String message() default "is wrong";

		Class<?>[] groups() default {};

		Class<? extends Payload>[] payload() default {};

	}

	/**
	 * A validator for which only null is valid.
	 */
	abstract static class NeverValid<A extends Annotation> implements ConstraintValidator<A, Object> {

		@Override
		public boolean isValid(@Nullable Object value, ConstraintValidatorContext context) {
			return value == null;
		}

	}

}
