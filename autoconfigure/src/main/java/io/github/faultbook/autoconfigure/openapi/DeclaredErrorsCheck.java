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

import java.util.List;

import io.github.faultbook.FaultbookConfigurationException.Finding;
import io.github.faultbook.autoconfigure.settings.StartupCheck;

/**
 * Checks that all codes that operations declare are in the catalog.
 */
final class DeclaredErrorsCheck implements StartupCheck {

	private final DeclaredErrors errors;

	private final OperationStack stack;

	DeclaredErrorsCheck(DeclaredErrors errors, OperationStack stack) {
		this.errors = errors;
		this.stack = stack;
	}

	@Override
	public List<Finding> check() {
		return this.stack.operations().flatMap((handler) -> this.errors.check(handler).stream()).toList();
	}

}
