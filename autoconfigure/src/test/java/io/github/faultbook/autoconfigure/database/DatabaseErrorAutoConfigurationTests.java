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

package io.github.faultbook.autoconfigure.database;

import io.github.faultbook.CommonError;
import io.github.faultbook.autoconfigure.FaultbookAutoConfiguration;
import io.github.faultbook.autoconfigure.PlainRequest;
import io.github.faultbook.pipeline.ErrorPipeline;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link DatabaseErrorAutoConfiguration}.
 */
class DatabaseErrorAutoConfigurationTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner().withConfiguration(
			AutoConfigurations.of(FaultbookAutoConfiguration.class, DatabaseErrorAutoConfiguration.class));

	@Test
	void errorsOfTheDatabaseAreServerErrorsByDefault() {
		this.runner.run((context) -> {
			assertThat(context).doesNotHaveBean(DatabaseErrorResolver.class);
			assertThat(context.getBean(ErrorPipeline.class)
				.handle(new DuplicateKeyException("a"), new PlainRequest())
				.status()).isEqualTo(500);
		});
	}

	@Test
	void conflictsAreAnsweredIfTheApplicationSaysSo() {
		this.runner.withPropertyValues("faultbook.database-errors=true")
			.run((context) -> assertThat(context.getBean(ErrorPipeline.class)
				.handle(new OptimisticLockingFailureException("a"), new PlainRequest())
				.status()).isEqualTo(409));
	}

	@Test
	void mappingOfTheApplicationIsMoreSpecific() {
		this.runner
			.withPropertyValues("faultbook.database-errors=true",
					"faultbook.mappings.org.springframework.dao.DataIntegrityViolationException=resource_gone")
			.run((context) -> assertThat(context.getBean(ErrorPipeline.class)
				.handle(new DuplicateKeyException("a"), new PlainRequest())
				.status()).isEqualTo(410));
	}

	@Test
	void unknownCodeOfAConstraintStopsTheStart() {
		this.runner.withPropertyValues("faultbook.constraints.uk_invoice=nonsense")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessageContaining("faultbook.constraints.uk_invoice")
				.hasMessageContaining("the catalog has no code 'nonsense'"));
	}

	@Test
	void startsWithoutDataAccess() {
		this.runner.withPropertyValues("faultbook.database-errors=true")
			.withClassLoader(new FilteredClassLoader("org.springframework.dao", "org.springframework.jdbc"))
			.run((context) -> assertThat(context).hasNotFailed().hasSingleBean(DatabaseErrorResolver.class));
	}

	@Test
	void backsOffWithFaultbook() {
		this.runner.withPropertyValues("faultbook.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(DatabaseErrorAutoConfiguration.class));
	}

	@Test
	void constraintsNeedNoProperty() {
		this.runner.withPropertyValues("faultbook.constraints.uk_invoice=conflict")
			.run((context) -> assertThat(context.getBean(ConstraintErrorResolver.class)
				.resolve(new org.hibernate.exception.ConstraintViolationException("invoice.UK_INVOICE"),
						new PlainRequest()))
				.satisfies((error) -> assertThat(error.errorCode()).isEqualTo(CommonError.CONFLICT)));
	}

}
