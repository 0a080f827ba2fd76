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

package io.github.faultbook.autoconfigure.catalog.scanned;

import io.github.faultbook.ErrorCode;
import io.github.faultbook.ErrorDefinition;

/**
 * Contains codes that implement {@link ErrorCode} through another interface, and types
 * that must not be initialized.
 */
public final class Warehouse {

	private Warehouse() {
	}

	private static void fail() {
		throw new IllegalStateException("Must not be initialized");
	}

	interface WarehouseCode extends ErrorCode {

		@Override
		default ErrorDefinition definition() {
			return ErrorDefinition.of(409, "The warehouse says no.");
		}

	}

	enum DoorError implements WarehouseCode {

		DOOR_LOCKED

	}

	enum Color {

		RED;

		static {
			fail();
		}

	}

	static class DerivedCode implements WarehouseCode {

		static {
			fail();
		}

		@Override
		public String code() {
			return "derived";
		}

	}

}
