package dev.reflux.r2dbc.url;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.reflux.MigrationException;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.util.ReferenceCountUtil;
import java.util.Arrays;

/**
 * Keeps {@code channel_binding=require} on one connection, by watching the log-in. The driver binds the channel when the
 * server offers {@code SCRAM-SHA-256-PLUS}, and otherwise goes along with whatever the server asks for; libpq refuses then,
 * and so does this: before a password has left, and before a server that has not proved to know it is believed.
 *
 * <p>It stands behind TLS, so it sees messages in clear. From the server it lets pass errors, the negotiation of the version,
 * and the three messages of a SASL log-in (PostgreSQL manual, 54.3.1); after the last one it leaves. From the client, the
 * first answer must choose the mechanism that binds.
 */
@SuppressWarnings("FutureReturnValueIgnored") // what is written, or closed, tells its end to whoever asked for it
final class ChannelBindingGuard extends ChannelDuplexHandler {

    private static final byte[] BOUND = "SCRAM-SHA-256-PLUS\0".getBytes(US_ASCII);

    private static final byte AUTHENTICATION = 'R';
    private static final byte ERROR = 'E';
    private static final byte NEGOTIATE_VERSION = 'v';
    private static final byte ANSWER = 'p';

    private static final int SASL = 10;
    private static final int SASL_CONTINUE = 11;
    private static final int SASL_FINAL = 12;

    /** A message is a type, a length that counts itself, and content; that of {@code R} begins with a code. */
    private static final int HEADER = 5;

    private static final int HEADER_AND_CODE = 9;

    private final byte[] head = new byte[HEADER_AND_CODE];
    private int read;
    private long rest;
    private boolean bound;
    private boolean proved;

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof ByteBuf bytes && !admits(bytes)) {
            ReferenceCountUtil.release(message);
            refuse(context);
            return;
        }
        if (proved) {
            context.pipeline().remove(this);
        }
        context.fireChannelRead(message);
    }

    /** Whether everything in there may be believed; messages may begin and end anywhere. */
    private boolean admits(ByteBuf bytes) {
        for (int at = bytes.readerIndex(); at < bytes.writerIndex() && !proved; at++) {
            if (rest > 0) {
                rest--;
            } else {
                head[read++] = bytes.getByte(at);
                if (read == needed() && !endsHead()) {
                    return false;
                }
            }
        }
        return true;
    }

    private int needed() {
        return head[0] == AUTHENTICATION ? HEADER_AND_CODE : HEADER;
    }

    private boolean endsHead() {
        rest = integer(1) + 1L - read;
        read = 0;
        return switch (head[0]) {
            case AUTHENTICATION -> admits(integer(HEADER));
            case ERROR, NEGOTIATE_VERSION -> true;
            default -> false;
        };
    }

    private boolean admits(int code) {
        proved = bound && code == SASL_FINAL;
        return proved || code == SASL || (bound && code == SASL_CONTINUE);
    }

    private int integer(int at) {
        return (head[at] & 0xFF) << 24
                | (head[at + 1] & 0xFF) << 16
                | (head[at + 2] & 0xFF) << 8
                | (head[at + 3] & 0xFF);
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        boolean answer =
                message instanceof ByteBuf bytes && bytes.isReadable() && bytes.getByte(bytes.readerIndex()) == ANSWER;
        if (!answer || bound) {
            context.write(message, promise);
            return;
        }
        bound = choosesBinding((ByteBuf) message);
        if (bound) {
            context.write(message, promise);
        } else {
            ReferenceCountUtil.release(message);
            promise.setFailure(refused());
            refuse(context);
        }
    }

    private static boolean choosesBinding(ByteBuf answer) {
        int from = answer.readerIndex() + HEADER;
        return answer.writerIndex() >= from + BOUND.length
                && Arrays.equals(ByteBufUtil.getBytes(answer, from, BOUND.length), BOUND);
    }

    private static void refuse(ChannelHandlerContext context) {
        context.fireExceptionCaught(refused());
        context.close();
    }

    private static MigrationException refused() {
        return new MigrationException(
                "The server does not bind the log-in to the TLS channel (it offers no"
                        + " SCRAM-SHA-256-PLUS), and the URL has \"channel_binding=require\". No password was sent.\nIf it"
                        + " is the right server, remove \"channel_binding\", and use \"sslmode=verify-full\" to be sure of it.");
    }
}
