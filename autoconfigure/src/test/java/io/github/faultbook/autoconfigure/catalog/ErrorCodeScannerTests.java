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

package io.github.faultbook.autoconfigure.catalog;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;

import javax.tools.ToolProvider;

import io.github.faultbook.CommonError;
import io.github.faultbook.ErrorCatalog;
import io.github.faultbook.ErrorCode;
import io.github.faultbook.ErrorDefinition;
import io.github.faultbook.FaultbookConfigurationException;
import io.github.faultbook.FaultbookConfigurationException.Finding;
import io.github.faultbook.autoconfigure.FaultbookAutoConfiguration;
import io.github.faultbook.autoconfigure.catalog.broken.BrokenError;
import io.github.faultbook.autoconfigure.catalog.scanned.ShelfError;
import io.github.faultbook.autoconfigure.catalog.scanned.WarehouseConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ErrorCodeScanner} and {@link ErrorCodeScan}.
 */
class ErrorCodeScannerTests {

	private static final String SCANNED = ShelfError.class.getPackageName();

	private static final String[] CODES = { "full", "shelf_gone", "door_locked" };

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(FaultbookAutoConfiguration.class));

	@ParameterizedTest
	@ValueSource(classes = { OfTheApplication.class, ByName.class, ByClass.class, ByPlaceholder.class, Several.class })
	void enumsOfThePackageAreInTheCatalog(Class<?> configuration) {
		this.runner.withUserConfiguration(configuration)
			.withPropertyValues("packages.shelf=" + SCANNED)
			.run((context) -> assertThat(added(context.getBean(ErrorCatalog.class))).containsExactly(CODES));
	}

	@Test
	void propertyNamesPackagesAndEnums() {
		this.runner.withPropertyValues("faultbook.codes=" + SCANNED)
			.run((context) -> assertThat(added(context.getBean(ErrorCatalog.class))).containsExactly(CODES));
		this.runner.withPropertyValues("faultbook.codes=" + ShelfError.class.getName())
			.run((context) -> assertThat(added(context.getBean(ErrorCatalog.class))).containsExactly("full",
					"shelf_gone"));
	}

	@Test
	void enumThatIsFoundTwiceIsInTheCatalogOnce() {
		this.runner.withUserConfiguration(OfTheApplication.class, ByName.class)
			.withPropertyValues("faultbook.codes=" + SCANNED + "," + ShelfError.class.getName())
			.run((context) -> assertThat(added(context.getBean(ErrorCatalog.class))).containsExactly(CODES));
	}

	@Test
	void packageOfTheAnnotatedClassIsScannedByDefault() {
		this.runner.withUserConfiguration(WarehouseConfiguration.class)
			.run((context) -> assertThat(added(context.getBean(ErrorCatalog.class))).containsExactly(CODES));
	}

	@Test
	void packageThatWasScannedAheadOfTimeIsNotScannedAgain() {
		this.runner.withUserConfiguration(OfTheApplication.class)
			.withPropertyValues("faultbook.codes=com.example.compiled")
			.withInitializer((context) -> ScannedPackages.register(context.getBeanFactory(),
					Map.of("com.example.compiled", List.of(ShelfError.class.getName()), SCANNED, List.of())))
			.run((context) -> assertThat(added(context.getBean(ErrorCatalog.class))).containsExactly("full",
					"shelf_gone"));
	}

	@Test
	void packageThatIsNotScannedIsNotInTheCatalog() {
		this.runner.run((context) -> assertThat(added(context.getBean(ErrorCatalog.class))).isEmpty());
	}

	@Test
	void enumThatCannotBeLoadedIsNamed() {
		this.runner.withPropertyValues("faultbook.codes=" + BrokenError.class.getPackageName())
			.run((context) -> assertThat(findings(context.getStartupFailure())).containsExactly(BROKEN));
	}

	@Test
	void nameOfNothingIsNamed() {
		this.runner.withPropertyValues("faultbook.codes=com.example.Gone,,java.util")
			.run((context) -> assertThat(findings(context.getStartupFailure())).extracting(Finding::problem)
				.containsExactly(
						"there is no class 'com.example.Gone' on the classpath and no enum with error codes in a "
								+ "package of that name.",
						"there is no class '' on the classpath and no enum with error codes in a package of that name.",
						"there is no class 'java.util' on the classpath and no enum with error codes in a package of "
								+ "that name."));
	}

	@Test
	void classFileThatCannotBeReadIsPassedOver(@TempDir Path directory) throws IOException {
		Path classFile = directory.resolve(SCANNED.replace('.', '/')).resolve("Garbage.class");
		Files.createDirectories(classFile.getParent());
		Files.write(classFile, new byte[] { (byte) 0xca, (byte) 0xfe, 1, 2, 3 });
		try (URLClassLoader classes = new URLClassLoader(new URL[] { directory.toUri().toURL() },
				getClass().getClassLoader())) {
			this.runner.withUserConfiguration(ByName.class)
				.withClassLoader(classes)
				.run((context) -> assertThat(added(context.getBean(ErrorCatalog.class))).containsExactly(CODES));
		}
	}

	@Test
	void enumOfAJarIsFound(@TempDir Path directory) throws IOException {
		try (URLClassLoader classes = new URLClassLoader(new URL[] { library(directory).toUri().toURL() },
				getClass().getClassLoader())) {
			this.runner.withClassLoader(classes)
				.withPropertyValues("faultbook.codes=library")
				.run((context) -> assertThat(added(context.getBean(ErrorCatalog.class))).containsExactly("book_lent"));
		}
	}

	private static Path library(Path directory) throws IOException {
		Path source = Files.writeString(directory.resolve("Library.java"), """
				package library.books;
				interface Library {
					enum BookError implements io.github.faultbook.ErrorCode {
						BOOK_LENT;
						public io.github.faultbook.ErrorDefinition definition() {
							return io.github.faultbook.ErrorDefinition.of(409, "The book is lent.");
						}
					}
				}
				""");
		assertThat(ToolProvider.getSystemJavaCompiler()
			.run(null, null, null, "-proc:none", "-d", directory.toString(), source.toString())).isZero();
		Path jar = directory.resolve("library.jar");
		try (OutputStream file = Files.newOutputStream(jar); JarOutputStream output = new JarOutputStream(file)) {
			for (String name : List.of("library/", "library/books/", "library/books/Library.class",
					"library/books/Library$BookError.class")) {
				output.putNextEntry(new ZipEntry(name));
				if (!name.endsWith("/")) {
					Files.copy(directory.resolve(name), output);
				}
			}
		}
		return jar;
	}

	@Test
	@ResourceLock(Resources.LOCALE)
	void codeDoesNotDependOnTheLanguageOfTheMachine() {
		Locale before = Locale.getDefault();
		Locale.setDefault(Locale.forLanguageTag("tr"));
		try {
			assertThat(CommonError.INVALID_REQUEST.code()).isEqualTo("invalid_request");
		}
		finally {
			Locale.setDefault(before);
		}
	}

	@Test
	void beanThatIsNoEnumNeedsACode() {
		this.runner.withUserConfiguration(BeansWithoutCode.class)
			.run((context) -> assertThat(findings(context.getStartupFailure()))
				.containsExactly(new Finding(NoCode.class.getName(), "it is not an enum constant and has no code.",
						"Override code() and return what clients see.")));
	}

	private static final Finding BROKEN = new Finding(BrokenError.class.getName(),
			"'%s' cannot be loaded: java.lang.ExceptionInInitializerError, caused by java.lang.NumberFormatException: "
				.formatted(BrokenError.class.getName()) + "For input string: \"a\".",
			"Correct the class.");

	private static List<String> added(ErrorCatalog catalog) {
		return catalog.entries()
			.stream()
			.filter((entry) -> !(entry instanceof CommonError))
			.map(ErrorCode::code)
			.toList();
	}

	private static List<Finding> findings(Throwable failure) {
		Throwable cause = failure;
		while (!(cause instanceof FaultbookConfigurationException configuration)) {
			cause = cause.getCause();
		}
		return configuration.findings();
	}

	@Configuration(proxyBeanMethods = false)
	@AutoConfigurationPackage(basePackageClasses = ShelfError.class)
	static class OfTheApplication {

	}

	@Configuration(proxyBeanMethods = false)
	@ErrorCodeScan("io.github.faultbook.autoconfigure.catalog.scanned")
	static class ByName {

	}

	@Configuration(proxyBeanMethods = false)
	@ErrorCodeScan(basePackageClasses = ShelfError.class)
	static class ByClass {

	}

	@Configuration(proxyBeanMethods = false)
	@ErrorCodeScan("${packages.shelf}")
	static class ByPlaceholder {

	}

	@ErrorCodeScan("com.example.empty")
	static class Several extends ByClass {

	}

	@Configuration(proxyBeanMethods = false)
	static class BeansWithoutCode {

		@Bean
		NoCode noCode() {
			return new NoCode();
		}

	}

	record NoCode() implements ErrorCode {

		@Override
		public ErrorDefinition definition() {
			return ErrorDefinition.of(409, "No code.");
		}

	}

}
