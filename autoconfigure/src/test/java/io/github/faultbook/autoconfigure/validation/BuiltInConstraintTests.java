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

import java.io.File;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
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
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import jakarta.validation.constraints.AssertFalse;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Future;
import jakarta.validation.constraints.FutureOrPresent;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Negative;
import jakarta.validation.constraints.NegativeOrZero;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Null;
import jakarta.validation.constraints.Past;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import org.hibernate.validator.HibernateValidator;
import org.hibernate.validator.HibernateValidatorConfiguration;
import org.hibernate.validator.cfg.ConstraintMapping;
import org.hibernate.validator.constraints.BitcoinAddress;
import org.hibernate.validator.constraints.CodePointLength;
import org.hibernate.validator.constraints.CreditCardNumber;
import org.hibernate.validator.constraints.Currency;
import org.hibernate.validator.constraints.EAN;
import org.hibernate.validator.constraints.ISBN;
import org.hibernate.validator.constraints.IpAddress;
import org.hibernate.validator.constraints.Length;
import org.hibernate.validator.constraints.LuhnCheck;
import org.hibernate.validator.constraints.Mod10Check;
import org.hibernate.validator.constraints.Mod11Check;
import org.hibernate.validator.constraints.Normalized;
import org.hibernate.validator.constraints.ParameterScriptAssert;
import org.hibernate.validator.constraints.Range;
import org.hibernate.validator.constraints.ScriptAssert;
import org.hibernate.validator.constraints.URL;
import org.hibernate.validator.constraints.UUID;
import org.hibernate.validator.constraints.UniqueElements;
import org.hibernate.validator.constraints.br.CNPJ;
import org.hibernate.validator.constraints.br.CPF;
import org.hibernate.validator.constraints.br.TituloEleitoral;
import org.hibernate.validator.constraints.kor.KorRRN;
import org.hibernate.validator.constraints.pl.NIP;
import org.hibernate.validator.constraints.pl.PESEL;
import org.hibernate.validator.constraints.pl.REGON;
import org.hibernate.validator.constraints.ru.INN;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.hibernate.validator.spi.scripting.ScriptEvaluator;
import org.hibernate.validator.spi.scripting.ScriptEvaluatorFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.util.ClassUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

/**
 * Tests for the codes and attributes of every constraint of Jakarta Validation and of
 * Hibernate Validator, each violated by {@link Invalid}.
 */
class BuiltInConstraintTests {

	private static final Map<Class<?>, Violation> TABLE = Map.ofEntries(
			row(AssertFalse.class, "invalid_value", "must be false", Map.of()),
			row(AssertTrue.class, "invalid_value", "must be true", Map.of()),
			row(DecimalMax.class, "out_of_range", "must be less than 9.50",
					Map.of("max", new BigDecimal("9.50"), "inclusive", false)),
			row(DecimalMin.class, "out_of_range", "must be greater than or equal to 0.1",
					Map.of("min", new BigDecimal("0.1"))),
			row(Digits.class, "invalid_format", "numeric value out of bounds (<2 digits>.<1 digits> expected)",
					Map.of("integer", 2, "fraction", 1)),
			row(Email.class, "invalid_format", "must be a well-formed email address", Map.of()),
			row(Future.class, "out_of_range", "must be a future date", Map.of()),
			row(FutureOrPresent.class, "out_of_range", "must be a date in the present or in the future", Map.of()),
			row(Max.class, "out_of_range", "must be less than or equal to 9", Map.of("max", 9L)),
			row(Min.class, "out_of_range", "must be greater than or equal to 1", Map.of("min", 1L)),
			row(Negative.class, "out_of_range", "must be less than 0", Map.of("max", 0, "inclusive", false)),
			row(NegativeOrZero.class, "out_of_range", "must be less than or equal to 0", Map.of("max", 0)),
			row(NotBlank.class, "required", "must not be blank", Map.of()),
			row(NotEmpty.class, "required", "must not be empty", Map.of()),
			row(NotNull.class, "required", "must not be null", Map.of()),
			row(Null.class, "invalid_value", "must be null", Map.of()),
			row(Past.class, "out_of_range", "must be a past date", Map.of()),
			row(PastOrPresent.class, "out_of_range", "must be a date in the past or in the present", Map.of()),
			row(Pattern.class, "invalid_format", "has the wrong format", Map.of()),
			row(Positive.class, "out_of_range", "must be greater than 0", Map.of("min", 0, "inclusive", false)),
			row(PositiveOrZero.class, "out_of_range", "must be greater than or equal to 0", Map.of("min", 0)),
			row(Size.class, "invalid_length", "size must be between 0 and 2", Map.of("max", 2)),
			row(BitcoinAddress.class, "invalid_format",
					"must be a valid Bitcoin address for one of these types: Legacy (P2PKH), Nested SegWit (P2SH), Native SegWit (Bech32), SegWit variant of P2SH (P2WSH), SegWit variant of P2PKH (P2WPKH), Taproot (P2TR)",
					Map.of()),
			row(CodePointLength.class, "invalid_length", "length must be between 0 and 2", Map.of("max", 2)),
			row(CreditCardNumber.class, "invalid_format", "invalid credit card number", Map.of()),
			row(Currency.class, "invalid_choice", "invalid currency (must be one of [EUR, USD])",
					Map.of("allowed", List.of("EUR", "USD"))),
			row(EAN.class, "invalid_format", "invalid EAN13 barcode", Map.of()),
			row(ISBN.class, "invalid_format", "invalid ISBN", Map.of()),
			row(IpAddress.class, "invalid_format", "invalid IP address", Map.of()),
			row(Length.class, "invalid_length", "length must be between 4 and 2147483647", Map.of("min", 4)),
			row(LuhnCheck.class, "invalid_format", "the check digit for *** is invalid, Luhn Modulo 10 checksum failed",
					Map.of()),
			row(Mod10Check.class, "invalid_format", "the check digit for *** is invalid, Modulo 10 checksum failed",
					Map.of()),
			row(Mod11Check.class, "invalid_format", "the check digit for *** is invalid, Modulo 11 checksum failed",
					Map.of()),
			row(Normalized.class, "invalid_format", "must be normalized", Map.of()),
			row(ParameterScriptAssert.class, "invalid_value", "is not valid", Map.of()),
			row(Range.class, "out_of_range", "must be between 0 and 9", Map.of("min", 0L, "max", 9L)),
			row(ScriptAssert.class, "invalid_value", "is not valid", Map.of()),
			row(URL.class, "invalid_format", "must be a valid URL", Map.of("protocol", "https")),
			row(UUID.class, "invalid_format", "must be a valid UUID", Map.of()),
			row(UniqueElements.class, "invalid_value", "must only contain unique elements", Map.of()),
			row(CNPJ.class, "invalid_format", "invalid Brazilian corporate taxpayer registry number (CNPJ)", Map.of()),
			row(CPF.class, "invalid_format", "invalid Brazilian individual taxpayer registry number (CPF)", Map.of()),
			row(TituloEleitoral.class, "invalid_format", "invalid Brazilian Voter ID card number", Map.of()),
			row(KorRRN.class, "invalid_format", "invalid Korean resident registration number (KorRRN)", Map.of()),
			row(NIP.class, "invalid_format", "invalid VAT Identification Number (NIP)", Map.of()),
			row(PESEL.class, "invalid_format", "invalid Polish National Identification Number (PESEL)", Map.of()),
			row(REGON.class, "invalid_format", "invalid Polish Taxpayer Identification Number (REGON)", Map.of()),
			row(INN.class, "invalid_format", "invalid Russian taxpayer identification number (INN)", Map.of()),
			row(DurationMax.class, "out_of_range", "must be shorter than or equal to 1 day", Map.of("max", "PT24H")),
			row(DurationMin.class, "out_of_range", "must be longer than 1 hour 30 minutes",
					Map.of("min", "PT1H30M", "inclusive", false)));

	private static Map<String, ConstraintViolation<?>> violations;

	private final ViolationReader reader = PlainReader.of(new ClientNames(JsonMapper.shared()),
			new StaticMessageSource());

	private static Map.Entry<Class<?>, Violation> row(Class<? extends Annotation> constraint, String code,
			String message, Map<String, Object> attributes) {
		return Map.entry(constraint, new Violation(List.of(), In.BODY, code, message, attributes));
	}

	static List<Class<?>> constraints() throws IOException, URISyntaxException {
		List<Class<?>> constraints = new ArrayList<>();
		constraints.addAll(constraints(NotNull.class));
		constraints.addAll(constraints(Range.class));
		return constraints;
	}

	private static List<Class<?>> constraints(Class<?> one) throws IOException, URISyntaxException {
		File file = new File(one.getProtectionDomain().getCodeSource().getLocation().toURI());
		try (JarFile jar = new JarFile(file)) {
			return jar.stream()
				.map(JarEntry::getName)
				.filter((name) -> name.startsWith(one.getPackageName().replace('.', '/')) && name.endsWith(".class"))
				.map((name) -> name.substring(0, name.length() - ".class".length()).replace('/', '.'))
				.<Class<?>>map((name) -> ClassUtils.resolveClassName(name, one.getClassLoader()))
				.filter((type) -> type.isAnnotationPresent(Constraint.class))
				.toList();
		}
	}

	@BeforeAll
	static void violateAll() throws NoSuchMethodException {
		HibernateValidatorConfiguration configuration = Validation.byProvider(HibernateValidator.class).configure();
		ConstraintMapping mapping = configuration.createConstraintMapping();
		mapping.constraintDefinition(Currency.class).validatedBy(NoCurrency.class);
		Method method = Invalid.class.getDeclaredMethod("span", int.class, int.class);
		try (ValidatorFactory factory = configuration.addMapping(mapping)
			.scriptEvaluatorFactory(new FalseScripts())
			.defaultLocale(Locale.ENGLISH)
			.buildValidatorFactory()) {
			Validator validator = factory.getValidator();
			Invalid invalid = new Invalid();
			violations = Stream
				.concat(validator.validate(invalid).stream(),
						validator.forExecutables().validateParameters(invalid, method, new Object[] { 2, 1 }).stream())
				.collect(Collectors.toMap((violation) -> ConstraintCodes.nameOf(violation.getConstraintDescriptor()),
						Function.identity()));
		}
	}

	@ParameterizedTest
	@MethodSource("constraints")
	void hasCodeMessageAndLimits(Class<?> constraint) {
		Violation expected = TABLE.get(constraint);
		ConstraintViolation<?> violation = violations.get(constraint.getName());
		if (expected == null || violation == null) {
			fail("%s is new: give it a code in ConstraintCodes and its limits in ConstraintAttributes, violate it in "
					+ "Invalid, add a row to the table here and name it in docs/validation.md", constraint.getName());
		}
		assertThat(this.reader.toViolation(new InputFailure(null, violation), In.BODY, List.of(), false, Locale.ENGLISH)
			.constraint(null)
			.template(null)).isEqualTo(expected);
	}

	@Test
	void codesAreThoseOfConstraintsThatExist() throws Exception {
		assertThat(ConstraintCodes.builtIn())
			.containsExactlyInAnyOrderElementsOf(constraints().stream().map(Class::getName).toList());
	}

	@Test
	void everySimpleNameStandsForItsConstraint() throws Exception {
		ApplicationContextRunner runner = new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(FaultbookAutoConfiguration.class))
			.withPropertyValues(constraints().stream()
				.map((type) -> "faultbook.validation.codes." + type.getSimpleName() + "=" + codeOf(type))
				.toArray(String[]::new));
		List<Class<?>> constraints = constraints();
		runner.run((context) -> {
			FieldCodes codes = context.getBean(FaultbookSetup.class).fieldCodes();
			assertThat(constraints)
				.allSatisfy((type) -> assertThat(codes.find(type.getName())).isEqualTo(codeOf(type)));
		});
	}

	private static String codeOf(Class<?> type) {
		return "bad_" + type.getSimpleName().toLowerCase(Locale.ROOT);
	}

	@ParameterizedTest
	@MethodSource("constraints")
	void patternIsALimitIfItMayBeSeen(Class<?> constraint) {
		FaultbookProperties.Validation properties = new FaultbookProperties.Validation();
		properties.setExposePatterns(true);
		ConstraintViolation<?> violation = violations.get(constraint.getName());
		assertThat(new ViolationDetails(FieldCodes.NONE, properties)
			.attributesOf(InputFailure.of(violation), List.of(), In.BODY, false)
			.get("regexp")).isEqualTo((constraint == Pattern.class) ? "[a-z]+" : null);
	}

	@ScriptAssert(lang = "javascript", script = "false")
	static class Invalid {

		@AssertFalse
		boolean assertFalse = true;

		@AssertTrue
		boolean assertTrue;

		@DecimalMax(value = "9.50", inclusive = false)
		BigDecimal decimalMax = BigDecimal.TEN;

		@DecimalMin("0.1")
		BigDecimal decimalMin = BigDecimal.ZERO;

		@Digits(integer = 2, fraction = 1)
		String digits = "123.45";

		@Email
		String email = "ada";

		@Future
		LocalDate future = LocalDate.EPOCH;

		@FutureOrPresent
		LocalDate futureOrPresent = LocalDate.EPOCH;

		@Max(9)
		int max = 10;

		@Min(1)
		int min = 0;

		@Negative
		int negative = 0;

		@NegativeOrZero
		int negativeOrZero = 1;

		@NotBlank
		String notBlank = " ";

		@NotEmpty
		String notEmpty = "";

		@NotNull
		String notNull;

		@Null
		String mustBeNull = "x";

		@Past
		LocalDate past = LocalDate.MAX;

		@PastOrPresent
		LocalDate pastOrPresent = LocalDate.MAX;

		@Pattern(regexp = "[a-z]+")
		String pattern = "7";

		@Positive
		int positive = 0;

		@PositiveOrZero
		int positiveOrZero = -1;

		@Size(max = 2)
		String size = "abc";

		@BitcoinAddress
		String bitcoinAddress = "x";

		@CodePointLength(max = 2)
		String codePointLength = "abc";

		@CreditCardNumber
		String creditCardNumber = "4111111111111112";

		@Currency({ "EUR", "USD" })
		String currency = "CHF";

		@EAN
		String ean = "4006381333932";

		@ISBN
		String isbn = "9780306406158";

		@IpAddress
		String ipAddress = "x";

		@Length(min = 4)
		String length = "abc";

		@LuhnCheck
		String luhnCheck = "4111111111111112";

		@Mod10Check
		String mod10Check = "123456";

		@Mod11Check
		String mod11Check = "123456";

		@Normalized(form = java.text.Normalizer.Form.NFC)
		String normalized = "A\u030A";

		@Range(max = 9)
		int range = 10;

		@URL(protocol = "https")
		String url = "http://example.com";

		@UUID
		String uuid = "x";

		@UniqueElements
		List<Integer> uniqueElements = List.of(1, 1);

		@CNPJ
		String cnpj = "91509901000168";

		@CPF
		String cpf = "13424131301";

		@TituloEleitoral
		String tituloEleitoral = "040806680958";

		@KorRRN
		String korRrn = "861219-0000000";

		@NIP
		String nip = "1234567890";

		@PESEL
		String pesel = "44051401358";

		@REGON
		String regon = "123456789";

		@INN
		String inn = "123456789012";

		@DurationMax(days = 1)
		Duration durationMax = Duration.ofDays(2);

		@DurationMin(hours = 1, minutes = 30, inclusive = false)
		Duration durationMin = Duration.ZERO;

		@ParameterScriptAssert(lang = "javascript", script = "from < to")
		void span(int from, int to) {
		}

	}

	/**
	 * A validator for texts, so that no implementation of money is needed.
	 */
	public static class NoCurrency implements ConstraintValidator<Currency, CharSequence> {

		@Override
		public boolean isValid(CharSequence value, ConstraintValidatorContext context) {
			return false;
		}

	}

	/**
	 * A script evaluator for which every script is false, so that no script engine is
	 * needed.
	 */
	static class FalseScripts implements ScriptEvaluatorFactory {

		@Override
		public ScriptEvaluator getScriptEvaluatorByLanguageName(String language) {
			return (script, bindings) -> false;
		}

		@Override
		public void clear() {
		}

	}

}
