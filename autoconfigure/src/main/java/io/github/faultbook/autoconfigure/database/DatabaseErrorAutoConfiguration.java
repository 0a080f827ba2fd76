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

import io.github.faultbook.autoconfigure.FaultbookAutoConfiguration;
import io.github.faultbook.autoconfigure.ResolverOrder;
import io.github.faultbook.autoconfigure.input.InputErrorAutoConfiguration;
import io.github.faultbook.autoconfigure.settings.FaultbookSetup;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;

/**
 * Auto-configuration for resolving the exceptions of databases. They are recognized by
 * the names of their classes, so no data access technology is required.
 */
// Before the resolver for exceptions that carry a status, which asks for all resolvers
@AutoConfiguration(after = FaultbookAutoConfiguration.class, before = InputErrorAutoConfiguration.class)
@ConditionalOnBean(FaultbookAutoConfiguration.class)
public final class DatabaseErrorAutoConfiguration {

	@Bean
	@Order(ResolverOrder.CONSTRAINTS)
	ConstraintErrorResolver faultbookConstraintErrorResolver(FaultbookSetup setup) {
		return new ConstraintErrorResolver(setup.constraints());
	}

	@Bean
	@Order(ResolverOrder.DATABASE)
	@ConditionalOnBooleanProperty("faultbook.database-errors")
	DatabaseErrorResolver faultbookDatabaseErrorResolver() {
		return new DatabaseErrorResolver();
	}

}
