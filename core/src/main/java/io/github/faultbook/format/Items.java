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

package io.github.faultbook.format;

import java.util.Collection;
import java.util.Map;
import java.util.function.BooleanSupplier;

import io.github.faultbook.Violation;

/**
 * The items that {@code $each} can repeat over.
 */
enum Items {

	/**
	 * The violations, in order.
	 */
	VIOLATION(Placeholder.Scope.VIOLATION) {

		@Override
		Collection<?> list(Rendering rendering) {
			return rendering.error.violations();
		}

		@Override
		void enter(Rendering rendering, Object item) {
			rendering.violation = (Violation) item;
		}

		@Override
		void leave(Rendering rendering) {
			rendering.violation = null;
		}

	},

	/**
	 * The facts, in order.
	 */
	FACT(Placeholder.Scope.FACT) {

		@Override
		Collection<?> list(Rendering rendering) {
			return rendering.error.facts().entrySet();
		}

		@Override
		@SuppressWarnings("unchecked")
		void enter(Rendering rendering, Object item) {
			rendering.fact = (Map.Entry<String, Object>) item;
		}

		@Override
		void leave(Rendering rendering) {
			rendering.fact = null;
		}

	};

	private final Placeholder.Scope scope;

	Items(Placeholder.Scope scope) {
		this.scope = scope;
	}

	Placeholder.Scope scope() {
		return this.scope;
	}

	abstract Collection<?> list(Rendering rendering);

	abstract void enter(Rendering rendering, Object item);

	abstract void leave(Rendering rendering);

	/**
	 * Return whether a predicate holds for at least one item.
	 * @param rendering the body being written
	 * @param question the predicate, evaluated with each item as the current one
	 * @return whether there is such an item
	 */
	boolean any(Rendering rendering, BooleanSupplier question) {
		boolean any = false;
		for (Object item : list(rendering)) {
			enter(rendering, item);
			if (question.getAsBoolean()) {
				any = true;
				break;
			}
		}
		leave(rendering);
		return any;
	}

}
