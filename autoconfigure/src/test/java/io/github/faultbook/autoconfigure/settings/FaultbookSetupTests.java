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

package io.github.faultbook.autoconfigure.settings;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.faultbook.CommonError;
import io.github.faultbook.ErrorCode;
import io.github.faultbook.ErrorDefinition;
import io.github.faultbook.FaultbookConfigurationException;
import io.github.faultbook.FaultbookConfigurationException.Finding;
import io.github.faultbook.autoconfigure.BillingError;
import io.github.faultbook.autoconfigure.FaultbookAutoConfiguration;
import io.github.faultbook.autoconfigure.log.LogPolicy;
import io.github.faultbook.format.WireFormats;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.env.StandardEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link FaultbookSetup} and {@link FaultbookFailureAnalyzer} with
 * configurations that are not valid.
 */
class FaultbookSetupTests {

	private static final String CODES = "Use one of ["
			+ Stream.of(CommonError.values()).map(CommonError::code).collect(Collectors.joining(", "))
			+ "]. If an enum is missing, name its package in @ErrorCodeScan or faultbook.codes.";

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(FaultbookAutoConfiguration.class));

	@Test
	void formatIsUnknown() {
		assertFindings(new String[] { "faultbook.format=detail-map", "faultbook.formats.house={\"body\":{}}" },
				new Finding("faultbook.format", "there is no format 'detail-map'.", "Use one of the presets "
						+ WireFormats.presets() + " or one of the declared formats [house]."));
	}

	@Test
	void messageOfAMappedCodeHasParameters() {
		assertFindings(
				new String[] {
						"faultbook.codes=" + io.github.faultbook.autoconfigure.readme.BillingError.class.getName(),
						"faultbook.mappings.java.io.IOException=invoice_not_found" },
				new Finding("faultbook.mappings.java.io.IOException",
						"the message of 'invoice_not_found' has parameters, for which a mapping has no values.",
						"Map to a code without parameters, or use an ErrorResolver bean."));
	}

	@Test
	void formatIsEmpty() {
		assertFindings(new String[] { "faultbook.formats.house=", "faultbook.format=house" }, new Finding(
				"faultbook.formats.house", "the format is empty.", "Give the location of a template, or one."));
	}

	@Test
	void pathOfARuleHasNoSlash() {
		assertFindings(
				new String[] { "faultbook.format-rules[0].path=v1/**", "faultbook.format-rules[0].format=details-map" },
				new Finding("faultbook.format-rules[0].path", "'v1/**' matches no path.",
						"Start it with a slash, as every path does."));
	}

	@Test
	void nameOfAFormatIsTaken() {
		assertFindings("faultbook.formats.details-map={\"body\":{}}", new Finding("faultbook.formats.details-map",
				"the name 'details-map' is taken by another format.", "Give the format a name of its own."));
	}

	@Test
	void ruleMatchesEveryRequestAndHasNoFormat() {
		assertFindings("faultbook.format-rules[0]=",
				new Finding("faultbook.format-rules[0]", "the rule matches every request.",
						"Give it a path, a header, an accepted media type or a version, or use faultbook.format."),
				new Finding("faultbook.format-rules[0]", "the rule has no format.", "Name one under 'format'."));
	}

	@Test
	void ruleIsMalformed() {
		assertFindings(
				new String[] { "faultbook.format-rules[0].accept=json", "faultbook.format-rules[0].header=a b",
						"faultbook.format-rules[0].format=old" },
				new Finding("faultbook.format-rules[0].accept", "'json' is not a media type.",
						"Write a type such as application/vnd.example+json."),
				new Finding("faultbook.format-rules[0].header", "'a b' does not name a header.",
						"Write a name such as X-Api-Version, or a name and a value: \"X-Api-Version: 1\"."),
				new Finding("faultbook.format-rules[0].format", "there is no format 'old'.",
						"Use one of the presets " + WireFormats.presets() + "."));
	}

	@Test
	void keyOfALogLevelIsUnknown() {
		assertFindings("faultbook.log.levels.teapot=off",
				new Finding("faultbook.log.levels.teapot",
						"this is neither a status nor a code nor an exception class.",
						"Use a status from 400 to 599, a code of the catalog or the name of a class."));
	}

	@Test
	void logLevelsAreRead() {
		this.runner
			.withPropertyValues("faultbook.log.levels.404=debug", "faultbook.log.levels.rate_limit_exceeded=off",
					"faultbook.log.levels.java.io.IOException=warn")
			.run((context) -> assertThat(context.getBean(FaultbookSetup.class).logPolicy()).isEqualTo(
					new LogPolicy(Map.of(IOException.class, LogLevel.WARN), Map.of("rate_limit_exceeded", LogLevel.OFF),
							Map.of(404, LogLevel.DEBUG), LogLevel.INFO, LogLevel.ERROR)));
	}

	@Test
	void severalMappersAreNotPrimary() {
		ApplicationContextRunner mappers = this.runner.withBean("plain", JsonMapper.class, JsonMapper::new)
			.withBean("other", JsonMapper.class, JsonMapper::new);
		mappers.run((context) -> assertThat(findings(context.getStartupFailure())).containsExactly(new Finding(
				"faultbook.json-mapper", "there are several beans of type JsonMapper, and none of them is primary.",
				"Name the one that answers follow: one of [plain, other].")));
		mappers.withPropertyValues("faultbook.json-mapper=third")
			.run((context) -> assertThat(findings(context.getStartupFailure()))
				.containsExactly(new Finding("faultbook.json-mapper", "there is no bean 'third' of type JsonMapper.",
						"Use one of [plain, other].")));
		mappers.withPropertyValues("faultbook.json-mapper=other")
			.run((context) -> assertThat(context.getBean(FaultbookSetup.class).jsonMapper())
				.isSameAs(context.getBean("other")));
	}

	@Test
	void primaryMapperIsUsed() {
		this.runner.withBean("plain", JsonMapper.class, JsonMapper::new)
			.withBean("first", JsonMapper.class, JsonMapper::new, (definition) -> definition.setPrimary(true))
			.run((context) -> assertThat(context.getBean(FaultbookSetup.class).jsonMapper())
				.isSameAs(context.getBean("first")));
	}

	@Test
	void classOfAMappingIsUnknown() {
		assertFindings("faultbook.mappings.com.example.NoException=conflict",
				new Finding("faultbook.mappings.com.example.NoException", "there is no such class on the classpath.",
						"Correct the name. A nested class is written [com.example.Outer$Nested], in brackets."));
	}

	@Test
	void classOfAMappingIsNotAnException() {
		assertFindings("faultbook.mappings.java.lang.String=conflict",
				new Finding("faultbook.mappings.java.lang.String", "the class is not an exception.",
						"Name a subclass of Throwable."));
	}

	@Test
	void codeOfAMappingIsUnknown() {
		assertFindings("faultbook.mappings.java.io.IOException=broken",
				new Finding("faultbook.mappings.java.io.IOException", "the catalog has no code 'broken'.", CODES));
	}

	@Test
	void enumIsUnknown() {
		assertFindings("faultbook.codes=com.example.Errors",
				new Finding("faultbook.codes",
						"there is no class 'com.example.Errors' on the classpath and no enum with error codes in a "
								+ "package of that name.",
						"Name an enum that implements ErrorCode, or the package of one."));
	}

	@Test
	void enumHasNoErrorCodes() {
		assertFindings("faultbook.codes=java.util.concurrent.TimeUnit",
				new Finding("faultbook.codes",
						"'java.util.concurrent.TimeUnit' is not an enum that implements ErrorCode.",
						"Name such an enum, or the package of one."));
	}

	@Test
	void enumCannotBeInitialized() {
		assertFindings("faultbook.codes=" + BrokenError.class.getName(),
				new Finding("faultbook.codes",
						"'" + BrokenError.class.getName() + "' cannot be loaded: "
								+ "java.lang.ExceptionInInitializerError, caused by java.lang.NullPointerException: "
								+ "'message' must not be null.",
						"Correct the class."));
	}

	@Test
	void enumThatIsNamedTwiceIsCheckedOnce() {
		String name = TakenError.class.getName();
		assertFindings("faultbook.codes=" + name + "," + name,
				new Finding(name + ".CONFLICT",
						"the code 'conflict' is taken by io.github.faultbook.CommonError.CONFLICT.",
						"Give one of them another code: clients tell errors apart by it."));
	}

	@Test
	void twoEnumsHaveTheSameCode() {
		assertFindings("faultbook.codes=" + BillingError.class.getName() + "," + OtherError.class.getName(),
				new Finding(OtherError.class.getName() + ".INVOICE_NOT_FOUND",
						"the code 'invoice_not_found' is taken by " + BillingError.class.getName()
								+ ".INVOICE_NOT_FOUND.",
						"Give one of them another code: clients tell errors apart by it."));
	}

	@Test
	void templateCannotBeRead() {
		assertFindings("faultbook.formats.house=classpath:errors/none.json",
				new Finding("faultbook.formats.house", "the resource 'classpath:errors/none.json' cannot be read.",
						"Give the location of a template, such as classpath:errors/house.json, or the template itself, "
								+ "which starts with a brace."));
	}

	@Test
	void templateIsBrokenEvenIfItIsNotChosen() {
		this.runner.withPropertyValues("faultbook.formats.house={\"body\":{\"a\":\"{cod}\"}}")
			.run((context) -> assertThat(findings(context.getStartupFailure())).singleElement()
				.extracting(Finding::where)
				.isEqualTo("Format 'house', line 1, column 14"));
	}

	@ParameterizedTest
	@ValueSource(ints = { 200, 399, 500 })
	void statusOfValidationFailuresIsNotOneOfAClientError(int status) {
		assertFindings("faultbook.validation.status=" + status, new Finding("faultbook.validation.status",
				status + " is not a client error.", "Use a status from 400 to 499, such as 400 or 422."));
	}

	@Test
	void codesOfViolationsAreMalformed() {
		String line = Line.class.getName();
		String names = "Use the simple name of a constraint of Jakarta Validation or Hibernate Validator, such as "
				+ "NotNull, or the fully qualified name of any.";
		assertFindings(
				new String[] { "faultbook.validation.codes.Email=Bad-Email",
						"faultbook.validation.codes.Emial=bad_email",
						"faultbook.validation.codes.com.example.Order.email.Email=bad_email",
						"faultbook.validation.codes.java.lang.Override=bad_email",
						"faultbook.validation.codes[" + line + ".sku]=bad_sku",
						"faultbook.validation.codes[" + line + ".suk.Size]=bad_sku",
						"faultbook.validation.codes[" + line + ".sku.Sise]=bad_sku",
						"faultbook.validation.codes[" + line + ".sku.java.lang.Override]=bad_sku",
						"faultbook.validation.codes.java.util.List.empty.Size=bad_sku" },
				new Finding("faultbook.validation.codes.Email", "the code 'Bad-Email' is not valid.",
						"Use lower case letters and digits, with single underscores between words."),
				new Finding("faultbook.validation.codes.Emial", "there is no constraint 'Emial' on the classpath.",
						names),
				new Finding("faultbook.validation.codes.com.example.Order.email.Email",
						"there is no such class on the classpath.",
						"Name a constraint, or a class, its field and a constraint, such as "
								+ "[com.example.Order.email.Pattern]. A nested class is written "
								+ "[com.example.Outer$Nested], in brackets."),
				new Finding("faultbook.validation.codes.java.lang.Override",
						"the class java.lang.Override is not a constraint.",
						"Name an annotation with @Constraint, or add a field of the class and its constraint."),
				new Finding("faultbook.validation.codes." + line + ".sku", "the constraint is missing.",
						"Add the name of a constraint of the field, such as sku.NotNull."),
				new Finding("faultbook.validation.codes." + line + ".suk.Size",
						"the class " + line + " has no field 'suk'.", "Name a field as it is called in Java."),
				new Finding("faultbook.validation.codes." + line + ".sku.Sise",
						"there is no constraint 'Sise' on the classpath.", names),
				new Finding("faultbook.validation.codes." + line + ".sku.java.lang.Override",
						"the class java.lang.Override is not a constraint.",
						"Name an annotation with @Constraint, or add a field of the class and its constraint."),
				new Finding("faultbook.validation.codes.java.util.List.empty.Size",
						"the class java.util.List has no field 'empty'.", "Name a field as it is called in Java."));
	}

	@Test
	void rejectedValuesAreMalformed() {
		assertFindings(
				new String[] { "faultbook.validation.rejected-values.max-length=0",
						"faultbook.validation.rejected-values.masked-names=tax number,-" },
				new Finding("faultbook.validation.rejected-values.max-length", "0 is too small.", "Use 1 or more."),
				new Finding("faultbook.validation.rejected-values.masked-names", "'-' is not a name.",
						"Use letters and digits, such as taxNumber."));
	}

	@Test
	void limitsAreTooSmall() {
		assertFindings(
				new String[] { "faultbook.limits.violations=0", "faultbook.limits.text=15",
						"faultbook.limits.fact=-1" },
				new Finding("faultbook.limits.violations", "0 is too small.", "Use 1 or more."),
				new Finding("faultbook.limits.text", "15 is too small.", "Use 16 or more."),
				new Finding("faultbook.limits.fact", "-1 is too small.", "Use 16 or more."));
	}

	@Test
	void headerOfTheReferenceIsNotAName() {
		assertFindings("faultbook.reference.header=X Error: Reference",
				new Finding("faultbook.reference.header", "'X Error: Reference' is not the name of a header.",
						"Use letters, digits and hyphens, such as X-Error-Reference."));
	}

	@Test
	void codeOfAMappingIsMistyped() {
		assertFindings("faultbook.mappings.java.io.IOException=confict",
				new Finding("faultbook.mappings.java.io.IOException", "the catalog has no code 'confict'.",
						"Did you mean 'conflict'? " + CODES));
	}

	@Test
	void templateInUseNamesUnknownCodes() {
		String template = "{\"codes\":{\"confict\":\"CLASH\"},\"body\":{\"a\":\"{code}\"}}";
		assertFindings(new String[] { "faultbook.formats.house=" + template, "faultbook.format=house" },
				new Finding("Format 'house', line 1, column 11", "the catalog has no code 'confict'.",
						"Did you mean 'conflict'? Use a code that clients see, or add the entry to the catalog."));
		assertFindings(
				new String[] { "faultbook.formats.house=" + template, "faultbook.format-rules[0].format=house",
						"faultbook.format-rules[0].path=/v1/**" },
				new Finding("Format 'house', line 1, column 11", "the catalog has no code 'confict'.",
						"Did you mean 'conflict'? Use a code that clients see, or add the entry to the catalog."));
		this.runner.withPropertyValues("faultbook.formats.house=" + template)
			.run((context) -> assertThat(context).hasNotFailed());
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "errors", "ftp://example.com/errors", "https://", "//example.com/errors",
			"https://example.com/er rors", "http:errors", "/errors/{code}" })
	void baseUrlOfTheDocumentationIsNoAddress(String url) {
		assertFindings("faultbook.docs.base-url=" + url,
				new Finding("faultbook.docs.base-url", "'%s' is not an address.".formatted(url),
						"Use an address such as https://api.example.com/errors, or a path such as /errors."));
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/errors", "https://example.com", "http://localhost:8080/docs/errors/",
			"https://example.com/#/errors" })
	void baseUrlOfTheDocumentationIsAnAddress(String url) {
		this.runner.withPropertyValues("faultbook.docs.base-url=" + url)
			.run((context) -> assertThat(context).hasNotFailed());
	}

	@Test
	void analyzerNamesAllFindings() {
		this.runner
			.withPropertyValues("faultbook.format=xml", "faultbook.validation.status=200",
					"faultbook.mappings.com.example.A=conflict", "faultbook.mappings.com.example.B=conflict")
			.run((context) -> {
				FailureAnalysis analysis = new FaultbookFailureAnalyzer(new StandardEnvironment())
					.analyze(context.getStartupFailure());
				assertThat(analysis.getDescription()).isEqualTo("""
						The error handling is not configured correctly:

						1. faultbook.mappings.com.example.A: there is no such class on the classpath.
						2. faultbook.mappings.com.example.B: there is no such class on the classpath.
						3. faultbook.format: there is no format 'xml'.
						4. faultbook.validation.status: 200 is not a client error.""");
				assertThat(analysis.getAction()).isEqualTo("""
						1, 2. Correct the name. A nested class is written [com.example.Outer$Nested], in brackets.
						3. Use one of the presets [status-message, status-message-nested, details-map, details-array, \
						nested-code, nested-type, problem-details].
						4. Use a status from 400 to 499, such as 400 or 422.""");
			});
	}

	@Test
	void analyzerDoesNotNumberASingleFinding() {
		this.runner.withPropertyValues("faultbook.validation.status=200").run((context) -> {
			FailureAnalysis analysis = new FaultbookFailureAnalyzer(new StandardEnvironment())
				.analyze(context.getStartupFailure());
			assertThat(analysis.getDescription()).isEqualTo("""
					The error handling is not configured correctly:

					- faultbook.validation.status: 200 is not a client error.""");
			assertThat(analysis.getAction()).isEqualTo("- Use a status from 400 to 499, such as 400 or 422.");
		});
	}

	@Test
	void mappingWithAMessageNeedsACode() {
		assertFindings("faultbook.mappings.java.io.IOException.message=Try again.",
				new Finding("faultbook.mappings.java.io.IOException", "there is a message and no code.",
						"Set faultbook.mappings.java.io.IOException.code to a code of the catalog."));
	}

	private void assertFindings(String property, Finding... findings) {
		assertFindings(new String[] { property }, findings);
	}

	private void assertFindings(String[] properties, Finding... findings) {
		this.runner.withPropertyValues(properties)
			.run((context) -> assertThat(findings(context.getStartupFailure())).containsExactly(findings));
	}

	private static List<Finding> findings(Throwable failure) {
		Throwable cause = failure;
		while (!(cause instanceof FaultbookConfigurationException configuration)) {
			cause = cause.getCause();
		}
		return configuration.findings();
	}

	record Line(String sku) {

	}

	enum OtherError implements ErrorCode {

		INVOICE_NOT_FOUND;

		@Override
		public ErrorDefinition definition() {
			return ErrorDefinition.of(404, "No invoice.");
		}

	}

	enum TakenError implements ErrorCode {

		CONFLICT;

		@Override
		public ErrorDefinition definition() {
			return ErrorDefinition.of(409, "Taken.");
		}

	}

	enum BrokenError implements ErrorCode {

		BROKEN(ErrorDefinition.of(404, null));

		private final ErrorDefinition definition;

		BrokenError(ErrorDefinition definition) {
			this.definition = definition;
		}

		@Override
		public ErrorDefinition definition() {
			return this.definition;
		}

	}

}
