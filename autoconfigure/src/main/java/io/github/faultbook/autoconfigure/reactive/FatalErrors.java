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

package io.github.faultbook.autoconfigure.reactive;

import java.util.function.Consumer;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Operators;
import reactor.util.context.Context;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;

/**
 * Signals errors of the Java virtual machine, such as a {@link StackOverflowError} or a
 * {@link NoClassDefFoundError}. Reactor throws them out of the subscription or the signal
 * that led to them and does not signal them, so that the request would not be answered.
 */
final class FatalErrors {

	private FatalErrors() {
	}

	/**
	 * Signal what is thrown while a result is subscribed to, in the thread of the
	 * subscription.
	 * @param result makes the result; what it is given signals errors of other threads
	 * @return the same result, or the error
	 */
	static Mono<Void> signal(Function<Consumer<Throwable>, Mono<Void>> result) {
		return Mono.create((sink) -> {
			try {
				sink.onDispose(result.apply(sink::error)
					.subscribe(null, sink::error, sink::success, Context.of(sink.contextView())));
			}
			catch (Throwable ex) {
				sink.error(ex);
			}
		});
	}

	/**
	 * Report what is thrown by the code that receives a body, in the thread that has read
	 * it. The body ends then.
	 * @param <T> the type of the elements
	 * @param body the body
	 * @param failed is called with the error
	 * @return the same body
	 */
	static <T> Flux<T> report(Flux<T> body, Consumer<Throwable> failed) {
		return body.transform(Operators.<T, T>lift((source, actual) -> new Receiver<>(actual, failed)));
	}

	/**
	 * Report what is thrown by the code that receives a value.
	 * @param <T> the type of the value
	 * @param value the value
	 * @param failed is called with the error
	 * @return the same value
	 */
	static <T> Mono<T> report(Mono<T> value, Consumer<Throwable> failed) {
		return value.transform(Operators.<T, T>lift((source, actual) -> new Receiver<>(actual, failed)));
	}

	/**
	 * Passes signals on and catches what the receiver throws.
	 *
	 * @param <T> the type of the elements
	 */
	private static final class Receiver<T> implements CoreSubscriber<T>, Subscription {

		private final CoreSubscriber<? super T> actual;

		private final Consumer<Throwable> failed;

		private volatile @Nullable Subscription source;

		private volatile boolean ended;

		Receiver(CoreSubscriber<? super T> actual, Consumer<Throwable> failed) {
			this.actual = actual;
			this.failed = failed;
		}

		@Override
		public Context currentContext() {
			return this.actual.currentContext();
		}

		@Override
		public void onSubscribe(Subscription subscription) {
			this.source = subscription;
			pass(() -> this.actual.onSubscribe(this));
		}

		@Override
		public void onNext(T element) {
			if (this.ended) {
				discard(element);
				return;
			}
			pass(() -> this.actual.onNext(element));
		}

		private static void discard(Object element) {
			if (element instanceof DataBuffer buffer) {
				DataBufferUtils.release(buffer);
			}
		}

		@Override
		public void onError(Throwable failure) {
			pass(() -> this.actual.onError(failure));
		}

		@Override
		public void onComplete() {
			pass(this.actual::onComplete);
		}

		private void pass(Runnable signal) {
			if (this.ended) {
				return;
			}
			try {
				signal.run();
			}
			catch (Throwable ex) {
				this.ended = true;
				cancel();
				this.failed.accept(ex);
			}
		}

		@Override
		public void request(long count) {
			Subscription subscription = this.source;
			if (subscription != null) {
				subscription.request(count);
			}
		}

		@Override
		public void cancel() {
			Subscription subscription = this.source;
			if (subscription != null) {
				subscription.cancel();
			}
		}

	}

}
