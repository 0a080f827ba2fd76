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

package io.github.faultbook.autoconfigure;

import java.util.Set;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.github.faultbook.autoconfigure.catalog.ErrorCodeScan;
import io.github.faultbook.autoconfigure.catalog.ErrorCodeScanner;
import io.github.faultbook.autoconfigure.catalog.UnlistedCodes;
import io.github.faultbook.autoconfigure.container.ClientDisconnections;
import io.github.faultbook.autoconfigure.container.ContainerRequests;
import io.github.faultbook.autoconfigure.container.EventStream;
import io.github.faultbook.autoconfigure.container.RequestPath;
import io.github.faultbook.autoconfigure.container.RequestReference;
import io.github.faultbook.autoconfigure.container.ResponseCut;
import io.github.faultbook.autoconfigure.container.SurvivingHeaders;
import io.github.faultbook.autoconfigure.input.ApplicationCauses;
import io.github.faultbook.autoconfigure.input.HandledExceptions;
import io.github.faultbook.autoconfigure.input.InputViolations;
import io.github.faultbook.autoconfigure.input.RecordedBody;
import io.github.faultbook.autoconfigure.input.Recording;
import io.github.faultbook.autoconfigure.input.RecordingBudget;
import io.github.faultbook.autoconfigure.input.RequestParameters;
import io.github.faultbook.autoconfigure.input.StackFrames;
import io.github.faultbook.autoconfigure.input.SubmittedParameters;
import io.github.faultbook.autoconfigure.language.LanguageConfiguration;
import io.github.faultbook.autoconfigure.language.SupportedLocales;
import io.github.faultbook.autoconfigure.log.LogBudget;
import io.github.faultbook.autoconfigure.log.LogPolicy;
import io.github.faultbook.autoconfigure.log.LoggingErrorListener;
import io.github.faultbook.autoconfigure.openapi.UndeclaredErrors;
import io.github.faultbook.autoconfigure.reactive.ReactiveErrorCause;
import io.github.faultbook.autoconfigure.reactive.ReactiveErrorScope;
import io.github.faultbook.autoconfigure.servlet.ServletErrorCause;
import io.github.faultbook.autoconfigure.servlet.ServletErrorExemption;
import io.github.faultbook.autoconfigure.settings.AcceptHeader;
import io.github.faultbook.autoconfigure.settings.ApplicationBeans;
import io.github.faultbook.autoconfigure.settings.ConstraintMappings;
import io.github.faultbook.autoconfigure.settings.ErrorPages;
import io.github.faultbook.autoconfigure.settings.FaultbookProperties;
import io.github.faultbook.autoconfigure.settings.FaultbookSetup;
import io.github.faultbook.autoconfigure.settings.FieldCodes;
import io.github.faultbook.autoconfigure.settings.FormatSelector;
import io.github.faultbook.autoconfigure.settings.MappingErrorResolver;
import io.github.faultbook.autoconfigure.settings.RequestVersions;
import io.github.faultbook.autoconfigure.settings.StartupCheck;
import io.github.faultbook.autoconfigure.test.FaultbookMockMvcConfigurer;
import io.github.faultbook.autoconfigure.validation.ConstraintDescriber;
import io.github.faultbook.autoconfigure.version.ApiVersionErrorResolver;
import io.github.faultbook.autoconfigure.version.ApiVersionStack;
import io.github.faultbook.autoconfigure.version.ApiVersions;
import io.github.faultbook.documentation.DocumentationEdition;
import io.github.faultbook.documentation.DocumentationEntry;
import io.github.faultbook.documentation.DocumentationJson;
import io.github.faultbook.documentation.DocumentationMarkdown;
import io.github.faultbook.documentation.DocumentationTypeScript;
import io.github.faultbook.documentation.DocumentedApi;
import io.github.faultbook.documentation.ErrorDocumentation;
import io.github.faultbook.format.BodySchema;
import io.github.faultbook.format.ErrorExample;
import io.github.faultbook.format.ErrorReader;
import io.github.faultbook.format.ReceivedError;
import io.github.faultbook.format.ReceivedViolation;
import io.github.faultbook.format.SchemaScope;
import io.github.faultbook.format.WireFormat;
import io.github.faultbook.format.WireFormats;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfiguration;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the structure of core and auto-configuration.
 */
class ArchitectureTests {

	private static final JavaClasses CLASSES = new ClassFileImporter()
		.withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
		.importPackages("io.github.faultbook");

	/**
	 * The public types that other packages or applications need, by package.
	 */
	private static final Set<Class<?>> NEEDED = Set.of(WireFormat.class, WireFormats.class, ErrorExample.class,
			UndeclaredErrors.class, ErrorDocumentation.class, DocumentationEdition.class, DocumentationEntry.class,
			DocumentedApi.class, DocumentationJson.class, DocumentationMarkdown.class, FaultbookProperties.class,
			ErrorPages.class, ApplicationBeans.class, AcceptHeader.class, HandledExceptions.class,
			ContainerRequests.class, FieldCodes.class, LogBudget.class, LogPolicy.class, MappingErrorResolver.class,
			RequestPath.class, ResponseCut.class, RequestReference.class, SurvivingHeaders.class,
			RequestParameters.class, InputViolations.class, RecordedBody.class, SubmittedParameters.class,
			ApplicationCauses.class, RecordingBudget.class, ConstraintDescriber.class, ServletErrorCause.class,
			ServletErrorExemption.class, StackFrames.class, FaultbookSetup.class, FormatSelector.class,
			LoggingErrorListener.class, LanguageConfiguration.class, SupportedLocales.class, ErrorCodeScan.class,
			ErrorCodeScanner.class, UnlistedCodes.class, FaultbookMockMvcConfigurer.class, Recording.class,
			ReactiveErrorCause.class, ReactiveErrorScope.class, ApiVersionStack.class, ApiVersions.class,
			RequestVersions.class, ApiVersionErrorResolver.class, ResolverOrder.class, ConstraintMappings.class,
			ErrorReader.class, ReceivedError.class, ReceivedViolation.class, SchemaScope.class, EventStream.class,
			ClientDisconnections.class, StartupCheck.class, BodySchema.class, DocumentationTypeScript.class);

	@Test
	void packagesAreFreeOfCycles() {
		slices().matching("io.github.(**)")
			.should()
			.beFreeOfCycles()
			.because("a package that depends on itself through others cannot be read alone")
			.check(CLASSES);
	}

	@Test
	void coreKnowsNoSpring() {
		noClasses().that()
			.resideOutsideOfPackage("io.github.faultbook.autoconfigure..")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("org.springframework..", "jakarta..", "org.apache..", "org.eclipse..")
			.because("domain modules depend on core to throw, and shall not get a framework with it")
			.check(CLASSES);
	}

	@Test
	void pipelineKnowsNoFormatButTheInterface() {
		noClasses().that()
			.resideInAPackage("io.github.faultbook.pipeline")
			.should()
			.dependOnClassesThat(new DescribedPredicate<>("belong to the template engine") {
				@Override
				public boolean test(JavaClass type) {
					return type.getPackageName().equals("io.github.faultbook.format")
							&& !type.isEquivalentTo(WireFormat.class);
				}
			})
			.because("a format written in Java is as good as a template")
			.check(CLASSES);
	}

	@Test
	void autoConfigurationsArePublicAndFinal() {
		classes().that()
			.areAnnotatedWith(AutoConfiguration.class)
			.should()
			.bePublic()
			.andShould()
			.haveModifier(JavaModifier.FINAL)
			.because("applications name them to exclude them, and nobody extends them")
			.check(CLASSES);
	}

	@Test
	void everythingElseIsHidden() {
		classes().that()
			.resideInAnyPackage("io.github.faultbook.format", "io.github.faultbook.reference",
					"io.github.faultbook.autoconfigure..")
			.and()
			.areTopLevelClasses()
			.and()
			.areNotAnnotatedWith(AutoConfiguration.class)
			.and(new DescribedPredicate<JavaClass>("are not needed elsewhere") {
				@Override
				public boolean test(JavaClass type) {
					return NEEDED.stream().noneMatch(type::isEquivalentTo);
				}
			})
			.should()
			.notBePublic()
			.because("what is hidden can be changed")
			.check(CLASSES);
	}

	@Test
	void everyPackageSaysWhatNullMeans() {
		assertThat(CLASSES.stream()
			.map(JavaClass::getPackage)
			.filter((candidate) -> !candidate.isAnnotatedWith(NullMarked.class))
			.map((candidate) -> candidate.getName())
			.distinct()).isEmpty();
	}

}
